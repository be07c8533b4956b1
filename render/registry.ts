// Which render skill does a task, by the card's name. Called by worker.ts.
import type { RenderSkill } from './render-task.ts';
import { captionEngine } from './skills/caption-engine.ts';
import { ffmpegVideo } from './skills/ffmpeg-video.ts';
import { imageUpscaler } from './skills/image-upscaler.ts';
import { slideshowMaker } from './skills/slideshow-maker.ts';
import { thumbnailGen } from './skills/thumbnail-gen.ts';
import { watermarkAdder } from './skills/watermark-adder.ts';

export const renderSkills: Record<string, RenderSkill> = {
  'caption-engine': captionEngine,
  'ffmpeg-video': ffmpegVideo,
  'image-upscaler': imageUpscaler,
  'slideshow-maker': slideshowMaker,
  'thumbnail-gen': thumbnailGen,
  'watermark-adder': watermarkAdder,
};

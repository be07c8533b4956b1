// What the formats of a plan's pieces are called. Used by the week's rows and sheet.
import { m } from '$paraglide/messages';

const names: Record<string, () => string> = {
  text: () => m.format_text(),
  picture: () => m.format_picture(),
  carousel: () => m.format_carousel(),
  reel: () => m.format_reel(),
  video: () => m.format_video(),
  story: () => m.format_story(),
  thread: () => m.format_thread(),
  article: () => m.format_article(),
  email: () => m.format_email(),
};

export const formatName = (format: string): string => names[format]?.() ?? format;

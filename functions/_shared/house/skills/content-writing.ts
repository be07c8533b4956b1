// House answers of the category content_writing. Spread in house/index.ts.
import type { ModelCall } from '../../models/types.ts';
import { writeAds } from './content-writing/ad-copy.ts';
import { writeArticle } from './content-writing/blog.ts';
import { writeCalls } from './content-writing/calls.ts';
import { writeEmail } from './content-writing/email.ts';
import { writeLanding } from './content-writing/landing.ts';
import { describeProducts } from './content-writing/products.ts';
import { writeThread } from './content-writing/thread.ts';
import { writeVideo } from './content-writing/video.ts';

export const contentWritingAnswers: Record<string, (call: ModelCall) => unknown> = {
  'ad-copy-writer': writeAds,
  'blog-articles': writeArticle,
  'cta-writer': writeCalls,
  'email-copy': writeEmail,
  'landing-page-copy': writeLanding,
  'product-descriptions': describeProducts,
  'thread-writer': writeThread,
  'video-scripts': writeVideo,
};

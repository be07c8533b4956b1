// What the figures of the weeks have taught (SQL domain: learned lessons).
import { callInTenant, readRows } from './client.ts';

export type Lesson = {
  id: string;
  /** null = shared by several businesses, without a name */
  tenant_id: string | null;
  lesson: string;
  context: string;
  /** 0-1; above 0.7 it is used */
  confidence: number;
  week: string;
};

export const listLessons = () =>
  readRows<Lesson>('learned_lessons', {
    select: 'id,tenant_id,lesson,context,confidence,week',
    order: 'confidence.desc,week.desc',
    limit: '50',
  });
export const forgetLesson = (id: string) => callInTenant<unknown>('forget_lesson', { p_lesson_id: id });

// What a render skill is to the worker of this room.

/** Files of the media bucket by their path in it. */
export type Media = {
  /** @throws RenderError `media_missing` {path} */
  read(path: string): Promise<Uint8Array>;
  store(path: string, bytes: Uint8Array, mime: string): Promise<void>;
};

export type RenderTask = {
  skill: string;
  /** held to the card's input schema by the database */
  input: Record<string, unknown>;
  /** `<tenant>/<run>/<step>-<round>`: where this task's own files go */
  media_prefix: string;
  language: 'mg' | 'fr' | 'en' | 'ar';
};

export type RenderWork = {
  task: RenderTask;
  media: Media;
  /** an empty folder of this task's own, removed afterwards */
  folder: string;
  signal?: AbortSignal;
};

export type RenderSkill = (work: RenderWork) => Promise<Record<string, unknown>>;

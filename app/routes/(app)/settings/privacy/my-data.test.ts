// A person's data as one file: valid JSON with every page of every part, and how far it is told as it goes.
import { expect, test, vi } from 'vitest';
import { myDataAsJson, type Written } from './my-data.ts';

const api = vi.hoisted(() => ({
  readExportParts: vi.fn<() => Promise<unknown>>(),
  readExportPage: vi.fn<(part: string, after: string | null) => Promise<unknown>>(),
}));
vi.mock('$lib/api/privacy.ts', () => api);

test('every page of every part stands in one JSON file', async () => {
  api.readExportParts.mockResolvedValue({ parts: ['account', 'devices', 'events'], person_id: 'p', at: '2026-11-30' });
  const pages: Record<string, unknown> = {
    'account/null': { items: [{ email: 'hery@example.test' }], next: null },
    'devices/null': { items: [], next: null },
    'events/null': { items: [{ id: 1 }, { id: 2 }], next: '2' },
    'events/2': { items: [{ id: 3 }], next: null },
  };
  api.readExportPage.mockImplementation((part, after) => Promise.resolve(pages[`${part}/${after}`]));
  const told: Written[] = [];
  let file = '';
  for await (const piece of myDataAsJson((written) => told.push(written))) file += piece;
  expect(JSON.parse(file)).toEqual({
    about: { person_id: 'p', at: '2026-11-30' },
    account: [{ email: 'hery@example.test' }],
    devices: [],
    events: [{ id: 1 }, { id: 2 }, { id: 3 }],
  });
  expect(told.map(({ part, count }) => `${part} ${count}`)).toEqual(['account 0', 'devices 1', 'events 1', 'events 3', 'events 4']);
  expect(told.at(-1)).toMatchObject({ at: 3, of: 3 });
});

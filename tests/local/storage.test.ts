// Files through unmodified storage-js: private by policy, whole journeys of a file, limits of the bucket.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Stack } from '../../local/boot.ts';
import { bootFixtures, clientOf, newPerson, type Person } from './scenario.ts';

let stack: Stack;
let owner: Person;
let stranger: Person;
const text = (content: string) => new Blob([content], { type: 'text/plain' });
const papers = (person: Person) => person.client.storage.from('papers');
beforeAll(async () => {
  stack = await bootFixtures();
  owner = await newPerson(stack);
  stranger = await newPerson(stack);
  expect((await papers(owner).upload(`${owner.id}/letter.txt`, text('dear'))).error).toBeNull();
});
afterAll(() => stack.stop());

describe('the owner', () => {
  it('reads, lists and replaces a file, with its type', async () => {
    const { data } = await papers(owner).download(`${owner.id}/letter.txt`);
    expect([await data?.text(), data?.type]).toEqual(['dear', 'text/plain']);
    expect((await papers(owner).list(owner.id)).data?.map((file) => file.name)).toEqual(['letter.txt']);
    expect((await papers(owner).upload(`${owner.id}/letter.txt`, text('dearer'), { upsert: true })).error).toBeNull();
    expect(await (await papers(owner).download(`${owner.id}/letter.txt`)).data?.text()).toBe('dearer');
  });

  it('writes one file eight times at once: all are taken, one stands, whole', async () => {
    const contents = Array.from({ length: 8 }, (_, n) => String(n).repeat(200_000));
    const path = `${owner.id}/contended.txt`;
    expect((await papers(owner).upload(path, text('first'))).error).toBeNull();
    const answers = await Promise.all(contents.map((content) => papers(owner).upload(path, text(content), { upsert: true })));
    expect(answers.map(({ error }) => error)).toEqual(contents.map(() => null));
    expect(contents).toContain(await (await papers(owner).download(path)).data?.text());
    expect((await papers(owner).remove([path])).error).toBeNull();
  });

  it('signs links that work for anybody, until they are changed', async () => {
    const { data } = await papers(owner).createSignedUrl(`${owner.id}/letter.txt`, 60);
    const link = data?.signedUrl ?? '';
    expect(await (await fetch(link)).text()).toBe('dearer');
    expect((await fetch(`${link.slice(0, -4)}abcd`)).status).toBeGreaterThanOrEqual(400);
  });

  it('lets somebody upload one file by a signed link', async () => {
    const { data } = await papers(owner).createSignedUploadUrl(`${owner.id}/from-friend.txt`);
    const { error } = await clientOf(stack)
      .storage.from('papers')
      .uploadToSignedUrl(`${owner.id}/from-friend.txt`, data?.token ?? '', text('hi'));
    expect(error).toBeNull();
    expect(await (await papers(owner).download(`${owner.id}/from-friend.txt`)).data?.text()).toBe('hi');
  });

  it('moves, copies and deletes', async () => {
    expect((await papers(owner).copy(`${owner.id}/letter.txt`, `${owner.id}/copy.txt`)).error).toBeNull();
    expect((await papers(owner).move(`${owner.id}/copy.txt`, `${owner.id}/moved.txt`)).error).toBeNull();
    expect(await (await papers(owner).download(`${owner.id}/moved.txt`)).data?.text()).toBe('dearer');
    expect((await papers(owner).remove([`${owner.id}/moved.txt`])).error).toBeNull();
    expect((await papers(owner).download(`${owner.id}/moved.txt`)).error).not.toBeNull();
  });
});

describe('a stranger', () => {
  it('neither reads, lists, signs, writes nor deletes', async () => {
    const path = `${owner.id}/letter.txt`;
    expect((await papers(stranger).download(path)).error).not.toBeNull();
    expect((await papers(stranger).list(owner.id)).data).toEqual([]);
    expect((await papers(stranger).createSignedUrl(path, 60)).error).not.toBeNull();
    expect((await papers(stranger).upload(`${owner.id}/mine.txt`, text('x'))).error?.message).toMatch(/row-level security/);
    expect((await papers(stranger).upload(path, text('x'), { upsert: true })).error).not.toBeNull();
    expect((await papers(stranger).createSignedUploadUrl(`${owner.id}/other.txt`)).error).not.toBeNull();
    await papers(stranger).remove([path]);
    await papers(stranger).move(path, `${stranger.id}/stolen.txt`);
    expect(await (await papers(owner).download(path)).data?.text()).toBe('dearer');
  });

  it('without an account gets nothing', async () => {
    const nobody = clientOf(stack).storage.from('papers');
    expect((await nobody.download(`${owner.id}/letter.txt`)).error).not.toBeNull();
    expect((await nobody.upload(`${owner.id}/nobody.txt`, text('x'))).error).not.toBeNull();
    expect((await fetch(`${stack.url}/storage/v1/object/public/papers/${owner.id}/letter.txt`)).status).toBeGreaterThanOrEqual(400);
  });
});

describe('a bucket', () => {
  it('refuses other types and too large files', async () => {
    const picture = new Blob(['x'], { type: 'image/png' });
    expect((await papers(owner).upload(`${owner.id}/picture.png`, picture)).error?.message).toMatch(/mime type/);
    expect((await papers(owner).upload(`${owner.id}/big.txt`, text('x'.repeat(1_048_577)))).error?.message).toMatch(/exceeded the maximum/);
  });

  it('keeps paths inside', async () => {
    await papers(owner).upload(`${owner.id}/../../../../tmp/nexio-evil.txt`, text('x'));
    expect((await papers(stranger).download(`${stranger.id}/../${owner.id}/letter.txt`)).error).not.toBeNull();
  });
});

it('keeps files and requests apart when they come together', async () => {
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, at) =>
      at % 2 === 0
        ? papers(owner).upload(`${owner.id}/many-${at}.txt`, text('z'.repeat(50_000)))
        : stranger.client.rpc('who_am_i').then(({ data }) => ({ error: data?.uid === stranger.id ? null : new Error(`was ${data?.uid}`) })),
    ),
  );
  expect(answers.map((answer) => answer.error)).toEqual(answers.map(() => null));
});

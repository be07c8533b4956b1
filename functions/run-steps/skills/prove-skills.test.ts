// One real case for each code skill of community, reputation, localisation, quality, influencer, audio, creative, web, search and competition: what is true of
// its answer, said in four languages; twenty random answers of the same shape fail the same check.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brand, casesOf } from '../../../tests/eval/code-cases.ts';
import { proveLanguages, proveSkill } from '../../../tests/eval/prove-skill.ts';
import type { Around } from '../../../tests/run-skill.ts';
import { audioSkills } from './audio/audio-skills.ts';
import { communitySkills } from './community/community-skills.ts';
import { competitiveSkills } from './competitive/competitive-skills.ts';
import { creativeSkills } from './creative/creative-skills.ts';
import { influencerSkills } from './influencer/influencer-skills.ts';
import { localizationSkills } from './localization/localization-skills.ts';
import { publicRelationsSkills } from './public-relations/public-relations-skills.ts';
import { qualitySkills } from './quality-control/quality-skills.ts';
import { reputationSkills } from './reputation/reputation-skills.ts';
import { seoSkills } from './seo/seo-skills.ts';
import type { SkillFunction } from './skill.ts';
import { webSkills } from './web/web-skills.ts';

let server: Server;
let site = '';
let skills: Record<string, SkillFunction> = {};
beforeAll(async () => {
  const body =
    '<!doctype html><html lang="fr"><head><title>Kanto Mofo, boulangerie</title></head><body><h1>Kanto Mofo</h1><ul><li>Mofo gasy : 500 Ar</li></ul><p>Notre boulangerie vous accueille tous les matins au marché.</p></body></html>';
  server = createServer((request, response) =>
    response.writeHead(request.url === '/' ? 200 : 404, { 'content-type': 'text/html' }).end(request.url === '/' ? body : ''),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  site = `http://${host}/`;
  const options = { allowHosts: [host], pause: 1 };
  skills = {
    ...audioSkills, ...communitySkills, ...creativeSkills, ...influencerSkills, ...localizationSkills, ...publicRelationsSkills, ...qualitySkills, ...reputationSkills,
    ...competitiveSkills(options), ...seoSkills(options), ...webSkills(options),
  }; // prettier-ignore
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const png = new Uint8Array(33);
png.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 4, 56, 0, 0, 4, 56]);
const bucket = {
  readMedia: async () => ({ bytes: png, mime: 'image/png' }),
  reserveEffect: async () => 'new' as const,
  storeMedia: async () => {},
  settleEffect: async () => {},
};
const around: Around = { brand, client: bucket };
const cases = casesOf(() => site);

describe.each(Object.keys(cases))('%s', (name) => {
  const { input, check } = cases[name] ?? { input: () => ({}), check: () => {} };
  const skill: SkillFunction = (work, client) => skills[name]?.(work, client);

  it('answers with what is true, which a random filler does not', async () => {
    await proveSkill(skill, name, input('fr'), check, around);
  });

  it('says it in four languages', async () => {
    await proveLanguages(skill, name, input, around);
  });
});

it('leaves none of its skills without a case', () => {
  expect(Object.keys(skills).sort()).toEqual(Object.keys(cases).sort());
});

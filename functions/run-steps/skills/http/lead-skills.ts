// Skills that find businesses by official doors: google-maps-scraper, industry-directories, instagram-scraper, linkedin-scraper, brightdata.
// None of them writes to anybody. Listed in http-skills.ts.
import { isForbidden, orderSnapshot, readSnapshot, snapshotState } from '../../../_shared/platforms/brightdata/datasets.ts';
import { waitMs } from '../../../_shared/platforms/door.ts';
import { searchPlaces } from '../../../_shared/platforms/google/places.ts';
import { count, text } from '../../../_shared/platforms/json.ts';
import { readFormLeads } from '../../../_shared/platforms/linkedin/lead-forms.ts';
import { discover } from '../../../_shared/platforms/meta/business-discovery.ts';
import { openCorporatesCountries, searchFrance, searchOpenCorporates } from '../../../_shared/platforms/registers/companies.ts';
import { SkillError } from '../skill.ts';
import { availability } from './availability.ts';
import { once } from './effect.ts';
import { type HttpSkill, Unavailable } from './http-skill.ts';
import { metered } from './metered.ts';
import { tell } from './phrases.ts';

const googlePlaces: HttpSkill = {
  empty: ({ now }) => ({ places: [], attribution: 'Google Maps', fetched_at: now }),
  run: async (work) => {
    const { context, door, now } = work;
    const {
      trade,
      place,
      country,
      language,
      limit = 20,
    } = context.input as { trade: string; place: string; country: string; language: string; limit?: number };
    // pages of twenty are calls of their own
    const places = await metered(work, 'google_places', Math.ceil(limit / 20), () =>
      searchPlaces(door, { trade, place, country, language, limit }),
    );
    return {
      say: tell(context.run.language, 'places', { count: places.length, kind: trade, place }),
      places,
      attribution: 'Google Maps',
      fetched_at: now,
    };
  },
};

type Search = { trade: string; name: string; place: string; country: string; limit?: number };

const industryDirectories: HttpSkill = {
  // France's register is open; a country without a register needs no key to be told so
  needsAccount: ({ context }) => openCorporatesCountries.has((context.input as Search).country),
  empty: ({ now }) => ({ companies: [], covered: false, fetched_at: now }),
  run: async ({ context, door, now }) => {
    const { trade = '', name = '', place = '', country, limit = 20 } = context.input as Search;
    const wish = { trade, name, place, country, limit };
    const { language } = context.run;
    const covered = country === 'FR' || openCorporatesCountries.has(country);
    if (!covered) {
      const stand = availability('unavailable', 'opencorporates', language, 'no_register');
      return { say: tell(language, 'not_covered', { country }), availability: stand, companies: [], covered, fetched_at: now };
    }
    const companies = country === 'FR' ? await searchFrance(door, wish) : await searchOpenCorporates(door, wish);
    return { say: tell(language, 'companies', { count: companies.length }), companies, covered, fetched_at: now };
  },
};

const instagramProfiles: HttpSkill = {
  empty: ({ now }) => ({ profiles: [], fetched_at: now }),
  run: async ({ context, door, now }) => {
    const { usernames } = context.input as { usernames: string[] };
    const profiles = [];
    for (const username of usernames) {
      const row = await discover(door, username);
      profiles.push({
        username: username.slice(0, 40),
        name: text(row?.name, 160),
        bio: text(row?.biography, 300),
        website: text(row?.website, 500),
        followers: count(row?.followers_count),
        posts: count(row?.media_count),
        found: row !== null,
      });
    }
    const found = profiles.filter((profile) => profile.found).length;
    return { say: tell(context.run.language, 'profiles', { found, asked: usernames.length }), profiles, fetched_at: now };
  },
};

const linkedInForms: HttpSkill = {
  empty: () => ({ leads: [] }),
  run: async ({ context, door }) => {
    const { from, to } = context.input as { from: string; to: string };
    const leads = await readFormLeads(door, from, to);
    return { say: tell(context.run.language, 'form_leads', { count: leads.length }), leads };
  },
};

const brightData: HttpSkill = {
  empty: () => ({ rows: [], dropped_personal: 0 }),
  run: async (work) => {
    const { context, door, step, signal } = work;
    const { dataset, urls } = context.input as { dataset: string; urls: string[] };
    if (urls.some(isForbidden)) throw new Unavailable('permission_missing');
    const effect = await once(work, `order:${step.run_id}:${step.key}:${step.step_id}`, 'order_data', async () => ({
      snapshot_id: await orderSnapshot(door, dataset, urls),
    }));
    if (effect.state === 'unknown') return { say: tell(context.run.language, 'look_first'), rows: [], dropped_personal: 0 };
    const id = String(effect.data.snapshot_id);
    const until = performance.now() + 60_000;
    for (let state = await snapshotState(door, id); state !== 'ready'; state = await snapshotState(door, id)) {
      if (state === 'failed') throw new Unavailable('unavailable');
      // the order stands: another try goes on with it
      if (performance.now() > until || signal.aborted) throw new SkillError('order_open', { order: id }, true);
      await door.sleep(waitMs(door.env, 5_000));
    }
    const found = await readSnapshot(door, id);
    return { say: tell(context.run.language, 'bought', { count: found.rows.length, dropped: found.dropped_personal }), ...found };
  },
};

export const leadSkills: Record<string, HttpSkill> = {
  'google-maps-scraper': googlePlaces,
  'industry-directories': industryDirectories,
  'instagram-scraper': instagramProfiles,
  'linkedin-scraper': linkedInForms,
  brightdata: brightData,
};

// How many of thirty-five pieces take which format, and which network each goes to: figures first, sure lessons where figures are silent. Called by week-plan.ts.
import type { Format, Network } from '../names.ts';
import { lessonSides, type Figures, type Lesson } from '../read-figures.ts';

/** What each network can carry; e-mail has a chain of its own. */
const carries: Record<Network, Format[]> = {
  nexio_page: ['picture', 'text', 'carousel', 'article'],
  facebook: ['picture', 'reel', 'carousel', 'text', 'video', 'story'],
  instagram: ['picture', 'reel', 'carousel', 'story'],
  tiktok: ['reel', 'video'],
  linkedin: ['picture', 'text', 'carousel', 'article', 'video'],
  x: ['text', 'picture', 'thread', 'video'],
  whatsapp: ['picture', 'text', 'story'],
  youtube: ['video', 'reel'],
};
/** Without a figure or a lesson: what a shop can make with a telephone, first. */
const usual: Format[] = ['picture', 'reel', 'carousel', 'text', 'story', 'article', 'video', 'thread'];
const shares = [13, 9, 6, 4, 3];
const cap = 15;

export type Mix = { share: Map<Format, number>; ranking: Format[]; followed: Lesson[]; overruled: Lesson[]; untried?: Format };

/** Lessons above this confidence are followed. */
export const sure = 0.7;

/** `ranking` is best first; a lesson is overruled where this week's figures of both formats say otherwise. */
export function chooseMix(figures: Figures, lessons: Lesson[], networks: Network[], total: number): Mix {
  const possible = usual.filter((format) => networks.some((network) => carries[network].includes(format)));
  const rates = new Map(figures.formats.map(({ key, rate }) => [key, rate]));
  const mean = [...rates.values()].reduce((sum, rate) => sum + rate, 0) / Math.max(rates.size, 1);
  const lifted = new Map<Format, number>();
  const followed: Lesson[] = [];
  const overruled: Lesson[] = [];
  for (const lesson of lessons.filter(({ confidence }) => confidence > sure)) {
    const { better, worse } = lessonSides(lesson);
    const [up, down] = [better && rates.get(better), worse && rates.get(worse)];
    if (up !== undefined && down !== undefined && up < down) {
      overruled.push(lesson);
      continue;
    }
    followed.push(lesson);
    if (better) lifted.set(better, (lifted.get(better) ?? 0) + 1);
    if (worse) lifted.set(worse, (lifted.get(worse) ?? 0) - 1);
  }
  const worth = (format: Format) => {
    const rate = rates.get(format);
    const lesson = lifted.get(format) ?? 0;
    // unmeasured stands a little below the mean, so that what is proved comes first
    return (rate !== undefined && mean > 0 ? rate / mean : 0.7) + lesson * 0.6 - usual.indexOf(format) / 1000;
  };
  const ranking = possible.toSorted((a, b) => worth(b) - worth(a));
  const known = (format: Format) => rates.has(format) || (lifted.get(format) ?? 0) > 0;
  const untried = figures.formats.length > 0 ? ranking.find((format) => !known(format) && !lifted.has(format)) : undefined;
  const chosen = ranking.filter((format) => format !== untried && (figures.formats.length === 0 || known(format)));
  return {
    share: divide(chosen.length > 0 ? chosen : ranking, untried, total),
    ranking,
    followed,
    overruled,
    ...(untried ? { untried } : {}),
  };
}

function divide(ranked: Format[], untried: Format | undefined, total: number): Map<Format, number> {
  const rest = untried ? total - 2 : total;
  const wanted = ranked.slice(0, shares.length).map((format, rank) => ({ format, weight: shares[rank] ?? 0 }));
  const sum = wanted.reduce((all, { weight }) => all + weight, 0);
  const limit = wanted.length * cap >= rest ? cap : rest;
  const share = new Map(wanted.map(({ format, weight }) => [format, Math.min(limit, Math.floor((weight * rest) / sum))]));
  for (let left = rest - [...share.values()].reduce((all, count) => all + count, 0); left > 0;) {
    for (const { format } of wanted) {
      const count = share.get(format) ?? 0;
      if (left === 0 || count >= limit) continue;
      share.set(format, count + 1);
      left--;
    }
  }
  if (untried) share.set(untried, 2);
  return share;
}

/** The formats in an order that spreads each over the whole week. */
export function spread(share: Map<Format, number>, total: number): Format[] {
  const used = new Map<Format, number>();
  return Array.from({ length: total }, (_none, index) => {
    const owed = (format: Format) => ((share.get(format) ?? 0) * (index + 1)) / total - (used.get(format) ?? 0);
    const [next = 'text'] = [...share.keys()]
      .filter((format) => (used.get(format) ?? 0) < (share.get(format) ?? 0))
      .toSorted((a, b) => owed(b) - owed(a));
    used.set(next, (used.get(next) ?? 0) + 1);
    return next;
  });
}

/** The network that carries the format and has had least of its due; better networks are due more. */
export function networkFor(format: Format, networks: Network[], figures: Figures, used: Map<Network, number>): Network {
  const due = (network: Network) => 1 + (figures.networks.find(({ key }) => key === network)?.rate ?? 0) / 10;
  const [best = 'nexio_page'] = networks
    .filter((network) => carries[network].includes(format))
    .toSorted((a, b) => (used.get(a) ?? 0) / due(a) - (used.get(b) ?? 0) / due(b));
  used.set(best, (used.get(best) ?? 0) + 1);
  return best;
}

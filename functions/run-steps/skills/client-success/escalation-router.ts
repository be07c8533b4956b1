// Skill escalation-router: to whom a matter goes, and until when. Pure; listed in client-success-skills.ts.
import { addDays, type LocalTime, localTime, startOfDay, toInstant } from '../local-time.ts';
import { type Phrases, sayFrom } from '../say.ts';
import { sayMoment } from '../say-figures.ts';
import type { SkillFunction } from '../skill.ts';

type Role = 'support' | 'billing' | 'security' | 'platform_admin';
type To = Role | 'tenant_owner';
/** As ticket-creator writes it, and what the database may add. */
type Ticket = { kind?: string; severity?: string; title?: string; needs_role?: boolean; same_code_tenants?: number };
type Input = {
  ticket: Ticket;
  plan: string;
  now: string;
  timezone: string;
  on_duty: { role: Role; from: string; to: string }[];
  earlier: number;
};
type Reason = 'security' | 'billing' | 'blocks' | 'everywhere' | 'role' | 'wish' | 'question';

const opens = 8;
const closes = 18;
const many = 3;
const hour = 3_600_000;
const quickPlans = new Set(['enterprise', 'white_label']);

function first({ kind, severity, needs_role, same_code_tenants = 0 }: Ticket): [To, Reason] {
  if (kind === 'security' || kind === 'data') return ['security', 'security'];
  if (kind === 'billing') return ['billing', 'billing'];
  if (needs_role) return ['tenant_owner', 'role'];
  if (kind === 'fault' && same_code_tenants >= many) return ['platform_admin', 'everywhere'];
  if (kind === 'wish') return ['support', 'wish'];
  return ['support', severity === 'blocks_work' ? 'blocks' : 'question'];
}

/** One step up for what comes a third time. */
const above: Record<To, To> = {
  tenant_owner: 'support',
  support: 'platform_admin',
  billing: 'platform_admin',
  security: 'platform_admin',
  platform_admin: 'platform_admin',
};

/** Working hours a person has; ten a day. */
function workingHours({ severity, kind }: Ticket, plan: string): number {
  if (kind === 'wish') return 30;
  if (severity === 'blocks_work') return quickPlans.has(plan) ? 1 : 4;
  return severity === 'hinders' ? 10 : 30;
}

/** Monday to Friday, 08:00 to 18:00 on the tenant's clock. */
function addWorkingHours(from: LocalTime, hours: number, timezone: string): LocalTime {
  let left = hours * hour;
  let at = from;
  for (;;) {
    const midnight = startOfDay(at.toPlainDate().toString(), timezone);
    const [open, close] = [midnight.with({ hour: opens }), midnight.with({ hour: closes })];
    const start = Math.max(at.epochMilliseconds, open.epochMilliseconds);
    const room = at.dayOfWeek <= 5 ? Math.max(0, close.epochMilliseconds - start) : 0;
    if (left <= room) return localTime(new Date(start + left).toISOString(), timezone);
    left -= room;
    at = startOfDay(addDays(at.toPlainDate().toString(), 1), timezone);
  }
}

/** Now when somebody of the role is there, else when the next duty begins; null when no duty is known. */
function dutyStart(role: Role, { on_duty, now }: Input): string | null {
  const duties = on_duty
    .filter((duty) => duty.role === role && Date.parse(duty.to) > Date.parse(now))
    .toSorted((a, b) => Date.parse(a.from) - Date.parse(b.from));
  const [next] = duties;
  return next ? (Date.parse(next.from) <= Date.parse(now) ? now : next.from) : null;
}

export const escalationRouter: SkillFunction = ({ context }) => {
  const input = context.input as Input;
  const { ticket, plan, now, timezone, earlier } = input;
  const { language } = context.run;
  const [asked, reason] = first(ticket);
  const to = earlier >= 2 ? above[asked] : asked;
  const begins = to === 'tenant_owner' ? now : dutyStart(to, input);
  const start = localTime(begins ?? now, timezone);
  const due = reason === 'security' ? start.add({ hours: 1 }) : addWorkingHours(start, workingHours(ticket, plan), timezone);
  const isUrgent = reason === 'security' || reason === 'blocks' || reason === 'everywhere' || earlier >= 2;
  const isAbsent = to !== 'tenant_owner' && begins !== now;
  const values = { who: sayFrom(people, language, to), due: sayMoment(due, language), start: sayMoment(start, language) };
  const because = [sayFrom(phrases, language, reason), ...(earlier >= 2 ? [sayFrom(phrases, language, 'third_time')] : [])]
    .join(' ')
    .slice(0, 200);
  const told = sayFrom(phrases, language, to === 'tenant_owner' ? 'told_owner' : isAbsent && begins ? 'told_later' : 'told', values).slice(
    0,
    240,
  );
  return {
    say: sayFrom(phrases, language, 'say', values),
    to,
    due_at: toInstant(due),
    channel: isUrgent ? 'alert' : 'queue',
    because,
    told,
  };
};

const people = {
  tenant_owner: { mg: 'ny tompon’ny orinasa', fr: 'le propriétaire de l’entreprise', en: 'the owner of the business', ar: 'صاحب المؤسسة' },
  support: { mg: 'ny mpanampy', fr: 'l’assistance', en: 'support', ar: 'فريق الدعم' },
  billing: { mg: 'ny mpikarakara ny fandoavam-bola', fr: 'le service des paiements', en: 'the billing desk', ar: 'قسم المدفوعات' },
  security: { mg: 'ny mpiambina', fr: 'l’équipe de sécurité', en: 'the security team', ar: 'فريق الأمان' },
  platform_admin: {
    mg: 'ny tompon’andraikitry ny Nexio',
    fr: 'les responsables de Nexio',
    en: 'the people who run Nexio',
    ar: 'مسؤولو Nexio',
  },
} satisfies Record<To, Phrases[string]>;

const phrases = {
  security: {
    mg: 'Momba ny fiarovana na angona izany: tsy miandry.',
    fr: 'Il s’agit de sécurité ou de données : cela n’attend pas.',
    en: 'It is about security or data: that does not wait.',
    ar: 'الأمر يخص الأمان أو البيانات: لا ينتظر.',
  },
  billing: { mg: 'Momba ny vola aloa izany.', fr: 'Il s’agit d’un paiement.', en: 'It is about a payment.', ar: 'الأمر يخص الدفع.' },
  blocks: { mg: 'Manakana ny asa izany.', fr: 'Cela empêche de travailler.', en: 'It keeps you from working.', ar: 'هذا يمنع العمل.' },
  everywhere: {
    mg: 'Orinasa maromaro no tratran’io olana io.',
    fr: 'Plusieurs entreprises ont la même panne.',
    en: 'Several businesses have the same fault.',
    ar: 'مؤسسات عدة لديها العطل نفسه.',
  },
  role: {
    mg: 'Alalana no tsy ampy: ny tompony no afaka manome izany.',
    fr: 'Il manque un droit : seul le propriétaire peut le donner.',
    en: 'A right is missing: only the owner can give it.',
    ar: 'ينقص إذن: المالك وحده يمنحه.',
  },
  wish: {
    mg: 'Faniriana izany: voasoratra ao amin’ny lisitra.',
    fr: 'C’est un souhait : il est noté.',
    en: 'It is a wish: it has been noted.',
    ar: 'هذه رغبة: سُجلت.',
  },
  question: {
    mg: 'Fanontaniana na olana tsy manakana ny asa.',
    fr: 'Une question ou une gêne qui n’arrête pas le travail.',
    en: 'A question or a hindrance that does not stop the work.',
    ar: 'سؤال أو عائق لا يوقف العمل.',
  },
  third_time: {
    mg: 'Fanintelony izao no niverenany.',
    fr: 'C’est la troisième fois que cela revient.',
    en: 'It has come back for the third time.',
    ar: 'تكرر للمرة الثالثة.',
  },
  told: {
    mg: 'Voasoratra ny olanareo. Hojeren’{who} alohan’ny {due}.',
    fr: 'C’est noté. S’en occupe : {who}, avant {due}.',
    en: 'It has been noted. It is with {who}, who look at it before {due}.',
    ar: 'سُجل الأمر لدى {who} وسيُنظر فيه قبل {due}.',
  },
  told_later: {
    mg: 'Voasoratra ny olanareo. Tsy misy olona miasa izao: hojeren’{who} manomboka ny {start}, alohan’ny {due}.',
    fr: 'C’est noté. Personne n’est de service en ce moment ; reprise : {start}. S’en occupe : {who}, avant {due}.',
    en: 'It has been noted. Nobody is on duty now; {who} begin on {start} and look at it before {due}.',
    ar: 'سُجل الأمر. لا أحد في الخدمة الآن؛ يبدأ {who} يوم {start} ويُنظر فيه قبل {due}.',
  },
  told_owner: {
    mg: 'Ny tompon’ny orinasanareo no afaka manome izany alalana izany: efa nampahafantarina izy.',
    fr: 'Seul le propriétaire de votre entreprise peut donner ce droit : il est prévenu.',
    en: 'Only the owner of your business can give this right: they have been told.',
    ar: 'صاحب مؤسستكم وحده يمنح هذا الإذن: أُخبر بذلك.',
  },
  say: {
    mg: 'Alefako any amin’{who} izany; fe-potoana: {due}.',
    fr: 'Je transmets à : {who}. Échéance : {due}.',
    en: 'I hand this to {who}. Due: {due}.',
    ar: 'أحيل الأمر إلى {who}. الموعد: {due}.',
  },
} satisfies Phrases;

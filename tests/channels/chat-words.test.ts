// Sentences of the chats in four languages: within WhatsApp's limits, and all of them there.
import { describe, expect, it } from 'vitest';
import { chatWords } from '../../functions/_shared/channels/words/chat.ts';
import { templates } from '../../functions/_shared/channels/words/templates.ts';
import { languages } from '../../supabase/payloads.ts';

describe.each(languages)('in %s', (language) => {
  const say = chatWords[language];

  it('titles of buttons have at most 20 letters and differ', () => {
    for (const titles of [
      [say.approve, say.reject, say.why],
      [say.approve, say.reject, say.stop],
      [say.isRefusal, say.sendMine, say.keepOld],
      [say.show],
    ]) {
      expect(titles.filter((title) => title.length < 1 || title.length > 20)).toEqual([]);
      expect(new Set(titles).size).toBe(titles.length);
    }
  });
  it('the hint fits into the small print', () => expect(say.hint.length).toBeLessThanOrEqual(60));
  it('every outcome has a sentence that names what it is about where it must', () => {
    const told = {
      title: 'Samosas',
      decision: 'approve' as const,
      state: 'approved',
      name: 'Noro',
      reason: '',
      count: 1,
      isEdited: false,
      changed: [],
      limitMb: 16,
    };
    for (const [outcome, sentence] of Object.entries(say.outcomes)) expect(sentence(told), outcome).toMatch(/\S.{8}/);
    for (const outcome of ['decided', 'already_decided', 'stale', 'edit_dropped', 'stopped', 'not_going_out'] as const)
      expect(say.outcomes[outcome](told)).toContain('Samosas');
    expect(say.outcomes.already_decided(told)).toContain('Noro');
    expect(say.outcomes.decided(told)).not.toBe(say.outcomes.decided({ ...told, decision: 'reject' }));
    expect(say.outcomes.decided({ ...told, decision: 'reject', reason: 'lafo loatra' })).toContain('lafo loatra');
    expect(say.outcomes.media_too_large(told)).toContain('16');
  });
});

it('templates say how many wait and nothing more, with a button of at most 25 letters; there is no Malagasy one', () => {
  for (const { name, ...texts } of templates) {
    expect(name).toMatch(/^[a-z_]+$/);
    expect(Object.keys(texts).toSorted()).toEqual(['ar', 'en', 'fr']);
    for (const { body, button } of Object.values(texts)) {
      expect(body.match(/\{\{\d\}\}/g)).toEqual(['{{1}}']);
      expect(body).not.toMatch(/https?:/);
      expect(button.length).toBeLessThanOrEqual(25);
    }
  }
});

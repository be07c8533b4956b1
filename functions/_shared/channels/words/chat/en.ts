// Chat sentences in English. Shape and limits: ../chat.ts.
import type { ChatWords } from '../chat.ts';

const s = (count: number) => (count === 1 ? '' : 's');

export const en: ChatWords = {
  approve: 'Approve',
  reject: 'Reject',
  why: 'Why?',
  show: 'Show me',
  sendMine: 'Approve my text',
  keepOld: 'Keep the old one',
  gates: { publish: 'To publish?', outreach: 'To send?', money: 'Money to decide about', settings: 'A setting to decide about' },
  hint: 'To change it, answer with your own text.',
  version: (version) => `version ${version}`,
  house: 'House model',
  scheduled: (when) => `Planned for ${when}`,
  peer: (say) => `Review: ${say}`,
  cut: '(The whole text is just above.)',
  noPicture: '(The picture is in the app.)',
  decideInApp: (url) => `For safety this one is decided in the app: ${url}`,
  openApp: (url) => `See it in Nexio: ${url}`,
  confirmEdit: (version) => `Your text, as it would go out (version ${version})`,
  outcomes: {
    decided: ({ title, decision, isEdited }) =>
      decision === 'reject'
        ? `Rejected: “${title}”. The team will learn from it.`
        : `${isEdited ? 'Approved with your text' : 'Approved'}: “${title}”. Off it goes!`,
    already_decided: ({ title, state, name }) =>
      `“${title}” was already ${state === 'approved' ? 'approved' : state === 'rejected' ? 'rejected' : 'settled'}${name ? ` by ${name}` : ''}. Nothing was changed.`,
    stale: ({ title, changed }) =>
      `“${title}” has changed since your message${changed.length > 0 ? ` (${changed.join(', ')})` : ''}: nothing is decided. This is what counts now.`,
    forbidden: () => 'This decision is not for your role. Ask the owner.',
    not_found: () => 'This request is no longer there. Nothing was decided.',
    needs_two_factor: ({ title }) => `“${title}” is decided in the app, with your security code.`,
    edit_dropped: ({ title }) => `All right, the text stays as it was. “${title}” still waits for your answer.`,
    no_text_to_edit: ({ title }) => `“${title}” has no text to change. Answer yes or no.`,
    text_too_long: () => 'This text is too long: 3,000 letters at most. Shorten it and send it again.',
    nothing_waits: () => 'Nothing waits for your decision. Have a good day!',
    no_tenant: () => 'You are in no business on Nexio any more. Ask for an invitation.',
    no_permission: () => 'Your role does not allow that. Ask the owner.',
    media_unsupported: () => 'I cannot use this file. Send a photo (JPEG, PNG) or a voice note.',
    media_too_large: ({ limitMb }) => `This file is too large: ${limitMb} MB at most. Send a smaller one.`,
    media_lost: () => 'The file did not reach us. Please send it again.',
    forwarded: () => 'A forwarded message decides nothing: I cannot know who wrote it. Answer in your own words.',
    daily_tasks_spent: () => 'Today’s requests are used up. Try again tomorrow, or change your plan in the app.',
    daily_cost_spent: () => 'Today’s budget is spent. Try again tomorrow, or raise it in the app.',
    brand_dna_missing: () => 'Show us your brand in the app first, then we can write for it.',
    agent_locked: () => 'This agent is part of a larger plan.',
    failed: () => 'That went wrong on our side. Nothing was changed; try again in a moment.',
  },
  parts: {
    body: 'the text',
    headline: 'the title',
    hashtags: 'the hashtags',
    call_to_action: 'the call to action',
    media: 'the picture',
    scheduled_at: 'the time',
  },
  whyNobody: (title) => `Nobody has reviewed “${title}” yet. You judge.`,
  whyPraise: (title) => `Reviewed and found good: “${title}”`,
  whyRefute: (title) => `Reviewed with doubts: “${title}”`,
  better: (suggestion) => `Better: ${suggestion}`,
  score: (score) => `Score: ${score} of 100`,
  linkFirst: (url) =>
    `Hello! This is the Nexio team. This number belongs to nobody yet. Open Nexio, “WhatsApp and Telegram” in the settings, and send me the code that it shows: ${url}`,
  codeWrong: 'This code is not valid, or not any more. Get a new one in Nexio (good for ten minutes) and send it here.',
  codeLocked: 'Too many tries. Wait an hour, then get a new code in Nexio.',
  chatTaken: 'This number is already linked to somebody else. They have to unlink it in Nexio first.',
  linked: (tenant) =>
    `Linked${tenant ? ` to ${tenant}` : ''}! What waits for your decision comes here. Try it: send a photo with a sentence, and we make a post of it.`,
  help: 'I show you here what waits for your decision. Answer a message with yes or no, or with your own text to change it; “why?” shows the review. A photo or a voice note becomes a post to approve. /today: the day, /report: the week, /pause: stop everything, /resume: go on.',
  askWhich: (count) => `${count} requests wait for you. Tap a button, or answer the very message you mean:`,
  draftStarted: (title) => `Noted: “${title}”. The team is writing; I show you the post here.`,
  draftWithPhoto: (title) => `Lovely photo, thank you! “${title}”: the team is writing; I show you the post here.`,
  voiceKept: 'Your voice note is kept, but I cannot listen to it here. Write in one line what it asks for.',
  photoKept: 'Your photo is kept. Write in one line what it should say.',
  today: {
    heading: 'Today',
    pending: (count) =>
      count === 0 ? 'Nothing waits for your decision.' : `${count} decision${s(count)} wait${count === 1 ? 's' : ''} for you:`,
    running: (count) => `${count} at work`,
    goingOut: 'Still going out today:',
    nothing: 'Nothing else is planned today.',
  },
  report: {
    heading: 'Since Monday',
    lines: ({ published, scheduled, pending, leads, tasks, taskLimit }) => [
      `Published: ${published}`,
      `Scheduled: ${scheduled}`,
      `New contacts: ${leads}`,
      `Waiting for you: ${pending}`,
      `Requests today: ${tasks}${taskLimit === null ? '' : ` of ${taskLimit}`}`,
    ],
  },
  paused: (agents, scheduled) =>
    `${agents === 0 ? 'Everything was paused already.' : `Paused: ${agents} agent${s(agents)}. Nothing is lost; /resume goes on.`}${scheduled > 0 ? ` Mind: ${scheduled} approved post${s(scheduled)} still go${scheduled === 1 ? 'es' : ''} out at the planned time.` : ''}`,
  resumed: (agents) => (agents === 0 ? 'Nothing was paused.' : `Off again: ${agents} agent${s(agents)} at work.`),
  goingOut: (title, when) => `“${title}” goes out at ${when} without waiting for an answer.`,
  result: 'Done',
  lead: 'New contact',
  alert: 'Needs your eyes',
};

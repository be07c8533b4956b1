// Double of LinkedIn's versioned REST interface: campaigns, analytics, lead forms.
// https://learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/error-handling
import { type Asked, json, type PlatformDouble, type Reply } from './platform-double.ts';

export const linkedInToken = 'AQX-test-token-of-lala';

const error = (status: number, code: string, message: string): Reply => json({ status, serviceErrorCode: 65_600, code, message }, status);
const unauthorized = error(401, 'UNAUTHORIZED', 'Invalid access token');

const lead = {
  versionedLeadGenFormUrn: 'urn:li:versionedLeadGenForm:(urn:li:leadGenForm:3,1)',
  submittedAt: Date.parse('2026-11-12T08:30:00Z'),
  form: {
    hydratedForm: {
      content: {
        questions: [
          { questionId: 1, predefinedField: 'FIRST_NAME' },
          { questionId: 2, predefinedField: 'EMAIL' },
          { questionId: 3, name: 'Combien de convives ?' },
        ],
        legalInfo: { consents: [{ consent: 'J’accepte d’être recontacté par Lala.' }] },
      },
    },
  },
  formResponse: {
    answers: [
      { questionId: 1, answerDetails: { textQuestionAnswer: { answer: 'Hery' } } },
      { questionId: 2, answerDetails: { textQuestionAnswer: { answer: 'hery@example.mg' } } },
      { questionId: 3, answerDetails: { multipleChoiceAnswer: { options: ['50'] } } },
    ],
  },
};

export function linkedInDouble() {
  const campaigns = new Map([
    ['401', { id: 401, name: 'Séminaires', status: 'ACTIVE', dailyBudget: { amount: '25.00', currencyCode: 'EUR' } }],
    ['402', { id: 402, name: 'Bureaux', status: 'PAUSED', dailyBudget: { amount: '15.00', currencyCode: 'EUR' } }],
  ]);
  const double: PlatformDouble & { campaigns: typeof campaigns } = {
    hosts: ['api.linkedin.com'],
    campaigns,
    faults: {
      bad_token: unauthorized,
      expired: error(401, 'EXPIRED_ACCESS_TOKEN', 'The token used in the request has expired'),
      forbidden: error(403, 'ACCESS_DENIED', 'Not enough permissions to access'),
      rate_limited: error(429, 'TOO_MANY_REQUESTS', 'Resource level throttle limit reached'),
      down: error(503, 'SERVICE_UNAVAILABLE', 'Service unavailable'),
    },
    answer({ method, path, query, headers, body }: Asked) {
      if (headers.authorization !== `Bearer ${linkedInToken}`) return unauthorized;
      if (!/^20\d{4}$/.test(String(headers['linkedin-version'])))
        return error(426, 'NONEXISTENT_VERSION', 'Requested version is not active');
      if (path === '/rest/adAccounts/88') return json({ id: 88, currency: 'EUR' });
      if (path === '/rest/adAccounts/88/adCampaigns' && method === 'GET') return json({ elements: [...campaigns.values()] });
      if (path === '/rest/adAccounts/88/adCampaigns') {
        if ((body as { status: string }).status !== 'PAUSED')
          return error(400, 'ILLEGAL_ARGUMENT', 'the double creates paused campaigns only');
        return json({}, 201, { 'x-restli-id': '403' });
      }
      if (path === '/rest/adAnalytics') {
        if (!query.get('accounts')?.includes('List(urn:li:sponsoredAccount:88)')) return error(400, 'ILLEGAL_ARGUMENT', 'accounts');
        const figures = {
          costInLocalCurrency: '41.20',
          impressions: 2100,
          clicks: 19,
          externalWebsiteConversions: 2,
          conversionValueInLocalCurrency: '80.00',
        };
        return json({ elements: [{ pivotValues: ['urn:li:sponsoredCampaign:401'], ...figures }] });
      }
      if (path === '/rest/leadFormResponses')
        return query.get('owner')?.includes('sponsoredAccount:88') ? json({ elements: [lead] }) : error(400, 'ILLEGAL_ARGUMENT', 'owner');
      const campaign = campaigns.get(path.split('/').at(-1) ?? '');
      if (!campaign) return error(404, 'NOT_FOUND', 'no such campaign');
      if (method === 'GET') return json(campaign);
      if (headers['x-restli-method'] !== 'PARTIAL_UPDATE') return error(400, 'ILLEGAL_ARGUMENT', 'X-RestLi-Method');
      Object.assign(campaign, (body as { patch: { $set: object } }).patch.$set);
      return { status: 204 };
    },
  };
  return double;
}

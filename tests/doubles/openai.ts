// OpenAI's platform as far as Nexio uses it: chat completions and images, over real HTTP. Base URL: `${url}/v1`.
// Shapes: https://platform.openai.com/docs/api-reference/chat/create, …/chat/streaming, …/images/create;
// errors: https://platform.openai.com/docs/guides/error-codes; strict schemas: …/guides/structured-outputs#supported-schemas
import { type Exchange, isObject, type ModelDouble, pieces, sendJson, sendStream, startDouble } from './model-double.ts';
import { discPng } from './disc-png.ts';
import { onePixelPng } from './one-pixel-png.ts';

export const openAiKey = 'sk-proj-double-0123456789abcdef';
const models = new Set(['gpt-double', 'gpt-double-mini', 'gpt-image-2.5-flare']);

function refuse(
  { response }: Exchange,
  status: number,
  message: string,
  code: string | null,
  type: string,
  param: string | null = null,
  headers = {},
): void {
  sendJson(response, status, { error: { message, type, param, code } }, { 'x-request-id': 'req_double', ...headers });
}

/** Strict mode wants every property required and no others, at every level. */
function strictFault(schema: unknown, where = 'root'): string | null {
  if (!isObject(schema)) return null;
  if (schema.type === 'object') {
    const names = Object.keys(isObject(schema.properties) ? schema.properties : {});
    if (schema.additionalProperties !== false)
      return `In context=${where}, 'additionalProperties' is required to be supplied and to be false.`;
    const required: unknown[] = Array.isArray(schema.required) ? schema.required : [];
    const missing = names.find((name) => !required.includes(name));
    if (missing) return `In context=${where}, 'required' is required to include every key in properties. Missing '${missing}'.`;
  }
  if ('default' in schema) return `In context=${where}, 'default' is not permitted.`;
  const children = { ...(isObject(schema.properties) ? schema.properties : {}), items: schema.items };
  for (const [name, child] of Object.entries(children)) {
    const fault = strictFault(child, name);
    if (fault) return fault;
  }
  return null;
}

function badRequest(body: unknown): [message: string, param: string | null] | null {
  if (!isObject(body)) return ['We could not parse the JSON body of your request.', null];
  if (typeof body.model !== 'string') return ['you must provide a model parameter', 'model'];
  if (!Array.isArray(body.messages) || body.messages.length === 0) return ["Missing required parameter: 'messages'.", 'messages'];
  if ('max_tokens' in body && body.model === 'gpt-double-mini')
    return ["Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.", 'max_tokens'];
  const format = isObject(body.response_format) ? body.response_format : {};
  if (format.type === 'json_object' && !/json/i.test(JSON.stringify(body.messages)))
    return ["'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'.", 'messages'];
  const wanted = isObject(format.json_schema) ? format.json_schema : null;
  if (format.type === 'json_schema' && (!wanted || !/^[a-zA-Z0-9_-]{1,64}$/.test(String(wanted.name))))
    return ["Invalid 'response_format.json_schema.name'.", 'response_format.json_schema.name'];
  const fault = wanted?.strict ? strictFault(wanted.schema) : null;
  return fault ? [`Invalid schema for response_format '${String(wanted?.name)}': ${fault}`, 'response_format'] : null;
}

async function chat(exchange: Exchange): Promise<void> {
  const { body, fault, text } = exchange;
  const bad = badRequest(body);
  if (bad || !isObject(body)) return refuse(exchange, 400, bad?.[0] ?? '', null, 'invalid_request_error', bad?.[1] ?? null);
  if (!models.has(String(body.model)))
    return refuse(
      exchange,
      404,
      `The model \`${String(body.model)}\` does not exist or you do not have access to it.`,
      'model_not_found',
      'invalid_request_error',
    );
  const format = isObject(body.response_format) ? String(body.response_format.type) : 'text';
  if (fault?.kind === 'no_response_format' && fault.formats.includes(format))
    return refuse(
      exchange,
      400,
      `response_format.type ${format} is not supported by this server`,
      null,
      'invalid_request_error',
      'response_format',
    );
  const base = {
    id: 'chatcmpl-double',
    object: 'chat.completion.chunk',
    created: 1795132800,
    model: body.model,
    system_fingerprint: 'fp_double',
  };
  const chunk = (delta: object, finish_reason: string | null = null) =>
    `data: ${JSON.stringify({ ...base, choices: [{ index: 0, delta, logprobs: null, finish_reason }], usage: null })}\n\n`;
  const finish = fault?.kind === 'content_filter' ? 'content_filter' : fault?.kind === 'max_tokens' ? 'length' : 'stop';
  const said =
    fault?.kind === 'refusal'
      ? [chunk({ refusal: "I'm sorry, I can't help with that." })]
      : pieces(text).map((content) => chunk({ content }));
  const usage = {
    prompt_tokens: 1200,
    completion_tokens: 80,
    total_tokens: 1280,
    prompt_tokens_details: { cached_tokens: 1024, audio_tokens: 0 },
  };
  const counted =
    isObject(body.stream_options) && body.stream_options.include_usage === true
      ? [`data: ${JSON.stringify({ ...base, choices: [], usage })}\n\n`]
      : [];
  const frames = [chunk({ role: 'assistant', content: '', refusal: null }), ...said, chunk({}, finish), ...counted, 'data: [DONE]\n\n'];
  const broken = {
    error: { message: 'The server had an error while processing your request.', type: 'server_error', param: null, code: null },
  };
  await sendStream(exchange, frames, `data: ${JSON.stringify(broken)}\n\n`, { 'x-request-id': 'req_double' });
}

function image(exchange: Exchange): void {
  const { body, response, fault } = exchange;
  if (!isObject(body) || typeof body.prompt !== 'string')
    return refuse(exchange, 400, "Missing required parameter: 'prompt'.", null, 'invalid_request_error', 'prompt');
  if (!models.has(String(body.model))) return refuse(exchange, 404, 'model not found', 'model_not_found', 'invalid_request_error');
  if (!['1024x1024', '1024x1536', '1536x1024', 'auto', undefined].includes(body.size as string))
    return refuse(exchange, 400, 'Invalid size', null, 'invalid_request_error', 'size');
  if (!['low', 'medium', 'high', 'xhigh', 'max', 'auto', undefined].includes(body.quality as string))
    return refuse(exchange, 400, 'Invalid quality', null, 'invalid_request_error', 'quality');
  if (fault?.kind === 'refusal')
    return refuse(
      exchange,
      400,
      'Your request was rejected by the safety system.',
      'content_policy_violation',
      'image_generation_user_error',
    );
  const b64_json = fault?.kind === 'text' ? btoa(fault.text) : onePixelPng;
  sendJson(response, 200, {
    created: 1795132800,
    data: [{ b64_json }],
    usage: { total_tokens: 489, input_tokens: 50, output_tokens: 439 },
  });
}

/** An edit takes a file as multipart; the answer here is a disc in the middle of a transparent ground. …/images/createEdit */
function edit({ request, response }: Exchange): void {
  if (!(request.headers['content-type'] ?? '').startsWith('multipart/form-data'))
    return sendJson(response, 400, { error: { message: 'image is required', type: 'invalid_request_error', param: 'image', code: null } });
  sendJson(response, 200, {
    created: 1795132800,
    data: [{ b64_json: discPng }],
    usage: { total_tokens: 489, input_tokens: 350, output_tokens: 439 },
  });
}

function answer(exchange: Exchange): Promise<void> | void {
  const { request, path, fault } = exchange;
  const key = request.headers.authorization?.replace(/^Bearer /, '') ?? '';
  if (!key) return refuse(exchange, 401, "You didn't provide an API key.", null, 'invalid_request_error');
  // the real one echoes the key, masked; echoing it whole makes the scrubbing test harder
  if (key !== openAiKey)
    return refuse(
      exchange,
      401,
      `Incorrect API key provided: ${key}. You can find your API key at https://platform.openai.com/account/api-keys.`,
      'invalid_api_key',
      'invalid_request_error',
    );
  if (fault?.kind === 'quota')
    return refuse(
      exchange,
      429,
      'You exceeded your current quota, please check your plan and billing details.',
      'insufficient_quota',
      'insufficient_quota',
    );
  if (fault?.kind === 'rate_limit')
    return refuse(
      exchange,
      429,
      'Rate limit reached for requests',
      'rate_limit_exceeded',
      'requests',
      null,
      fault.retry_after === undefined ? {} : { 'retry-after': String(fault.retry_after) },
    );
  if (fault?.kind === 'status') return refuse(exchange, fault.status, 'The server is currently overloaded.', null, 'server_error');
  if (request.method === 'POST' && path === '/v1/chat/completions') return chat(exchange);
  if (request.method === 'POST' && path === '/v1/images/generations') return image(exchange);
  if (request.method === 'POST' && path === '/v1/images/edits') return edit(exchange);
  return refuse(exchange, 404, `Invalid URL (${request.method} ${path})`, null, 'invalid_request_error');
}

export const startOpenAi = (): Promise<ModelDouble> =>
  startDouble(answer, (response) =>
    sendJson(response, 413, { error: { message: 'Request too large', type: 'invalid_request_error', param: null, code: null } }),
  );

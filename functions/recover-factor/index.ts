// Edge function recover-factor: takes a lost second factor off for who has a recovery code. Called by the app with the person's access token.
import { createClient } from '@supabase/supabase-js';
import { need, serve } from '../_shared/edge.ts';
import { recoverFactor, type RecoverTools } from './handle.ts';

const client = createClient(need('SUPABASE_URL'), need('SUPABASE_SERVICE_ROLE_KEY'), {
  auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
  db: { schema: 'worker' },
});

const tools: RecoverTools = {
  async whoIs(token) {
    const { data } = await client.auth.getUser(token);
    return data.user?.id ?? null;
  },
  async useCode(userId, code) {
    const { data, error } = await client.rpc('use_recovery_code', { p_user_id: userId, p_code: code });
    if (error) throw new Error(`use_recovery_code: ${error.message}`);
    return data as 'used' | 'wrong' | 'locked';
  },
  async factorsOf(userId) {
    const { data, error } = await client.auth.admin.mfa.listFactors({ userId });
    if (error) throw new Error(`factors: ${error.message}`);
    return data.factors.filter(({ status }) => status === 'verified').map(({ id }) => id);
  },
  async removeFactor(userId, id) {
    const { error } = await client.auth.admin.mfa.deleteFactor({ userId, id });
    if (error) throw new Error(`factor: ${error.message}`);
  },
  async endOtherSessions(token) {
    const { error } = await client.auth.admin.signOut(token, 'others');
    if (error) throw new Error(`sessions: ${error.message}`);
  },
};

serve(async (request) => {
  try {
    return await recoverFactor(request, tools);
  } catch (error) {
    console.error('recover-factor:', error instanceof Error ? error.message : error);
    return Response.json({ code: 'unexpected' }, { status: 503, headers: { 'access-control-allow-origin': '*' } });
  }
});

// Public professional accounts on Instagram by their exact name, through the tenant's own account. Called by skills instagram-scraper and social-tracker.
// https://developers.facebook.com/docs/instagram-platform/instagram-api-with-facebook-login/business-discovery
import type { Door } from '../door.ts';
import { PlatformError } from '../platform-error.ts';
import { isRow, type Row } from '../json.ts';
import { graph } from './graph.ts';

const fields =
  'username,name,biography,website,followers_count,media_count,media.limit(50){permalink,timestamp,caption,media_type,media_product_type,like_count,comments_count}';

/** null: no professional account of this name. The account's secret: token, instagram_id. @throws PlatformError */
export async function discover(door: Door, username: string): Promise<Row | null> {
  const name = username.trim().replace(/^@/, '');
  // the name stands inside the field list: nothing else may
  if (!/^[\w.]{1,30}$/.test(name)) return null;
  try {
    const answer = await graph(door, door.secret.instagram_id ?? 'me', {
      query: { fields: `business_discovery.username(${name}){${fields}}` },
    });
    return isRow(answer.business_discovery) ? answer.business_discovery : null;
  } catch (error) {
    // 110: the user is unknown or no professional account
    if (error instanceof PlatformError && error.reason === '110') return null;
    throw error;
  }
}

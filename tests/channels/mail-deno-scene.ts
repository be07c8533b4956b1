// One mail as functions/deliver sends it, by Deno itself. Started by mail-tls.test.ts with the account in the environment; prints the outcome.
import process from 'node:process';
import { createMail } from '../../functions/_shared/channels/mail.ts';
import { noMedia } from './delivery.ts';
import { mailDelivery } from './mail-scene.ts';

console.log(JSON.stringify(await createMail(process.env)(mailDelivery(), noMedia())));
process.exit(0);

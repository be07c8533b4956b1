// What the operator of a programme reads (SQL domain: tenancy): sums of the members whose owners agreed, by country. Never a name, never a text.
import { call } from './client.ts';

export type Programme = { id: string; name: string };
/** active = let something out within thirty days */
export type CountrySums = { country: string; members: number; active: number; published: number; leads: number };

/** Programmes that the signed-in person operates. */
export const listProgrammes = () => call<Programme[]>('list_programmes');
/** Each reading stands in the programme's log. Throws AppError `needs_two_factor`, `not_an_operator`. */
export const readProgramme = (id: string) => call<CountrySums[]>('read_programme', { p_programme_id: id });

// The countries whose calendar we keep, by ISO 3166 code. Read by cultural-calendar.ts; to add one, write its file and name it here.
import { arabCountries } from './arab-countries.ts';
import type { Country } from './feast.ts';
import { france, madagascar } from './western-countries.ts';

export const countries: Record<string, Country> = { MG: madagascar, FR: france, ...arabCountries };

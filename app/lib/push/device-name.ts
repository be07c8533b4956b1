// What a person recognises a browser by in the list of their devices.

const first = (userAgent: string, names: [RegExp, string][]) => names.find(([pattern]) => pattern.test(userAgent))?.[1];

/** e.g. "Chrome · Android"; '' for what nobody knows */
export function deviceName(userAgent: string): string {
  const browser = first(userAgent, [
    [/Edg\w*\//, 'Edge'],
    [/OPR\//, 'Opera'],
    [/SamsungBrowser\//, 'Samsung Internet'],
    [/Firefox\/|FxiOS\//, 'Firefox'],
    [/Chrome\/|CriOS\//, 'Chrome'],
    [/Safari\//, 'Safari'],
  ]);
  const system = first(userAgent, [
    [/iPhone/, 'iPhone'],
    [/iPad/, 'iPad'],
    [/Android/, 'Android'],
    [/Windows/, 'Windows'],
    [/Mac OS X/, 'Mac'],
    [/Linux|CrOS/, 'Linux'],
  ]);
  return [browser, system].filter(Boolean).join(' · ');
}

// Writes a file to the device out of pieces that arrive one after another. Used by exports.

/** Pieces go into a blob as they come, which browsers keep on disk when it grows: a long export does not fill the phone's memory. */
export async function saveFile(name: string, mime: string, pieces: AsyncIterable<string>): Promise<void> {
  let file = new Blob([], { type: mime });
  for await (const piece of pieces) file = new Blob([file, piece], { type: mime });
  const href = URL.createObjectURL(file);
  const link = Object.assign(document.createElement('a'), { href, download: name });
  link.click();
  // the browser has taken the file over by then
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

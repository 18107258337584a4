/** How long the browser has to take the file, milliseconds. */
const keepMs = 60_000;

/** Hands a text to the person as a file. Nothing leaves the browser. */
export function saveFile(name: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), keepMs);
}

// Files of what is dropped: those of folders too, as far as a browser tells of them.

/** Gives the files that were dropped, folders opened, in the order of their names. */
export async function filesOf(dropped: DataTransfer): Promise<File[]> {
  const plain = [...dropped.files];
  // Entries can only be asked for while the event is handled.
  const entries = [...dropped.items].map((item) => item.webkitGetAsEntry?.() ?? null);
  if (!entries.some((entry) => entry?.isDirectory)) return plain;
  const listed = await Promise.all(entries.map((entry) => (entry ? filesBelow(entry) : [])));
  return listed.flat();
}

async function filesBelow(entry: FileSystemEntry): Promise<File[]> {
  if (entry.name.startsWith(".")) return [];
  if (entry.isFile) return [await new Promise<File>((take, no) => (entry as FileSystemFileEntry).file(take, no))];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const within: FileSystemEntry[] = [];
  for (;;) {
    // A folder is told of in parts, the last of which is empty.
    const part = await new Promise<FileSystemEntry[]>((take, no) => reader.readEntries(take, no));
    if (part.length === 0) break;
    within.push(...part);
  }
  within.sort((a, b) => a.name.localeCompare(b.name));
  return (await Promise.all(within.map(filesBelow))).flat();
}

// The options a condition can name, and how a person looks for one.
import type { Maker, ModelDocument, OptionRow } from "../../shapes";

/** An option, or an option with levels at one of them. */
export interface Choice {
  /** How conditions name it, and how with its owner. */
  text: string;
  full: string;
  words: string;
  maker: Pick<Maker, "id" | "letter" | "colour" | "name">;
  /** Its place among all options; of one with levels that of its first step. */
  option: number;
  /** Whether it is one of the steps of an option with levels. */
  isLevel: boolean;
}


/** All that a chip can stand for, in the order of the file. */
export function choicesOf(document: Pick<ModelDocument, "makers">): Choice[] {
  return document.makers.flatMap((maker) => maker.options.flatMap((row) => choicesFor(maker, row)));
}

function choicesFor(maker: Maker, row: OptionRow): Choice[] {
  const shared = { words: row.name || row.id, maker, option: row.places[0] ?? 0, isLevel: false };
  const full = `${maker.id}.${row.id}`;
  if (!row.levels.length) return [{ ...shared, text: row.key, full }];
  return row.levels.flatMap((level, step) => {
    const words = `${shared.words}: ${row.level_names[step] || level}`;
    const at = (sign: string, more: string) =>
      ({ ...shared, words: words + more, text: row.key + sign + level, full: full + sign + level, isLevel: true });
    const isBetween = step > 0 && step < row.levels.length - 1;
    return isBetween ? [at("=", ""), at(">=", " +")] : [at("=", "")];
  });
}

const plain = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** Those that a search by name or id finds: what begins so first, then what holds it. */
export function found(choices: Choice[], search: string): Choice[] {
  const wanted = plain(search.trim());
  if (!wanted) return choices;
  const ranked = choices.map((choice) => ({ choice, rank: rankOf(choice, wanted) })).filter(({ rank }) => rank < 3);
  return ranked.sort((one, other) => one.rank - other.rank).map(({ choice }) => choice);
}

function rankOf(choice: Choice, wanted: string): number {
  const texts = [plain(choice.text), plain(choice.words)];
  if (texts.some((text) => text.startsWith(wanted))) return 0;
  if (texts.some((text) => text.split(/[\s._"“”]+/).some((word) => word.startsWith(wanted)))) return 1;
  return [...texts, plain(choice.maker.name)].some((text) => text.includes(wanted)) ? 2 : 3;
}

/** The word that the caret stands behind, for completion; null behind a blank or a sign. */
export function wordBefore(text: string, caret: number): { word: string; start: number } | null {
  const hit = /[\p{L}_][\p{L}\p{N}_.]*$/u.exec(text.slice(0, caret));
  return hit && !/^(not|and|or|if|iff)$/i.test(hit[0]) ? { word: hit[0], start: hit.index } : null;
}

/** Whose option a chip names, and what it is called. */
export function choiceFor(choices: Choice[], chip: { text: string; option: number | null }): Choice | undefined {
  const text = chip.text.replace(/\s+/g, "");
  return choices.find((choice) => choice.text === text || choice.full === text)
    ?? choices.find((choice) => !choice.isLevel && chip.option !== null && choice.option === chip.option);
}

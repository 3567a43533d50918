// A condition as a tree of chips, and the changes a person makes to it. Pure: nothing here asks
// the server, which alone reads the text form.

export type Joiner = "and" | "or" | "if" | "iff";
export const JOINERS: Joiner[] = ["and", "or", "if", "iff"];

/** A chip, or chips in brackets. */
export interface Chip {
  kind: "option" | "level" | "not" | Joiner;
  /** Of an option the way the file names it, such as `us.talk` or `arms >= some`. */
  text: string;
  /** Of an option its place among the options of the model. */
  option: number | null;
  parts: Chip[];
}

/** The way to a chip: the place in each group from the outermost in. */
export type Place = number[];

const SIGNS: Record<Joiner, string> = { and: " & ", or: " | ", if: " if ", iff: " iff " };
const LOOSEST = ["iff", "if", "or", "and", "not"];
const binds = (chip: Chip): number => {
  const at = LOOSEST.indexOf(chip.kind);
  return at < 0 ? LOOSEST.length : at;
};

export const isJoiner = (kind: string): kind is Joiner => (JOINERS as string[]).includes(kind);
export const isGroup = (chip: Chip): boolean => isJoiner(chip.kind);
export const group = (kind: Joiner, parts: Chip[]): Chip => ({ kind, text: "", option: null, parts });
export const not = (part: Chip): Chip => ({ kind: "not", text: "", option: null, parts: [part] });
export const option = (text: string, place: number | null): Chip =>
  ({ kind: "option", text, option: place, parts: [] });

/** What the server read, as chips: runs of one joiner become one group. */
export function chipOf(term: { kind: string; text: string; option?: number | null; parts?: unknown[] }): Chip {
  const parts = ((term.parts ?? []) as Parameters<typeof chipOf>[0][]).map(chipOf);
  const chip = { kind: term.kind as Chip["kind"], text: term.text, option: term.option ?? null, parts };
  const [first, ...rest] = parts;
  const isRun = first && (chip.kind === "and" || chip.kind === "or") && first.kind === chip.kind;
  return isRun ? { ...chip, text: "", parts: [...first.parts, ...rest] } : isGroup(chip) ? { ...chip, text: "" } : chip;
}

/** The text form, with no more brackets than it needs. */
export function written(chip: Chip): string {
  if (chip.kind === "not") return `-${bracketed(chip.parts[0] as Chip, binds(chip))}`;
  if (!isJoiner(chip.kind)) return chip.text;
  const own = binds(chip);
  const isRun = chip.kind === "and" || chip.kind === "or";
  return chip.parts
    .map((part, place) => bracketed(part, place > 0 || isRun ? own + 1 : own))
    .join(SIGNS[chip.kind]);
}

function bracketed(chip: Chip, least: number): string {
  return binds(chip) < least ? `(${written(chip)})` : written(chip);
}

/** The chip at a place; undefined where there is none. */
export function chipAt(tree: Chip, place: Place): Chip | undefined {
  return place.reduce<Chip | undefined>((chip, step) => chip?.parts[step], tree);
}

/** The group that a chip stands in, and where in it. */
function around(tree: Chip, place: Place): { parent: Chip | undefined; before: Place; step: number } {
  const before = place.slice(0, -1);
  return { parent: place.length ? chipAt(tree, before) : undefined, before, step: place.at(-1) ?? 0 };
}

export function replaced(tree: Chip, place: Place, chip: Chip): Chip {
  const [step, ...rest] = place;
  if (step === undefined) return chip;
  const parts = tree.parts.map((part, at) => (at === step ? replaced(part, rest, chip) : part));
  return { ...tree, parts };
}

/** Takes a chip out; null where nothing is left. */
export function removed(tree: Chip, place: Place): Chip | null {
  const { parent, before, step } = around(tree, place);
  if (!parent) return null;
  const parts = parent.parts.filter((_, at) => at !== step);
  if (parts.length === 0) return removed(tree, before);
  const rest = parts.length === 1 ? (parts[0] as Chip) : { ...parent, parts };
  return replaced(tree, before, rest);
}

/** Puts "not" before a chip, or takes it away. */
export function negated(tree: Chip, place: Place): Chip {
  const chip = chipAt(tree, place);
  if (!chip) return tree;
  return replaced(tree, place, chip.kind === "not" ? (chip.parts[0] as Chip) : not(chip));
}

/** Names another option in a chip; its "not" stays. */
export function renamed(tree: Chip, place: Place, other: Chip): Chip {
  const chip = chipAt(tree, place);
  return replaced(tree, place, chip?.kind === "not" ? not(other) : other);
}

/** Joins a new chip to one that is there; gives the tree and where the new one stands. */
export function joined(tree: Chip | null, place: Place, joiner: Joiner, chip: Chip): [Chip, Place] {
  if (!tree) return [chip, []];
  const { parent, before, step } = around(tree, place);
  if (parent?.kind === joiner && (joiner === "and" || joiner === "or")) {
    const parts = [...parent.parts.slice(0, step + 1), chip, ...parent.parts.slice(step + 1)];
    return [replaced(tree, before, { ...parent, parts }), [...before, step + 1]];
  }
  const held = chipAt(tree, place) ?? tree;
  if (held.kind === joiner && (joiner === "and" || joiner === "or"))
    return [replaced(tree, place, { ...held, parts: [...held.parts, chip] }), [...place, held.parts.length]];
  return [replaced(tree, place, group(joiner, [held, chip])), [...place, 1]];
}

/** Joins the chips of a group otherwise; "if" and "iff" join two, so the rest goes in brackets. */
export function rejoined(tree: Chip, place: Place, joiner: Joiner): Chip {
  const chip = chipAt(tree, place);
  if (!chip || !isJoiner(chip.kind)) return tree;
  const isPair = joiner === "if" || joiner === "iff";
  const last = chip.parts.at(-1) as Chip;
  const parts = isPair && chip.parts.length > 2
    ? [group(chip.kind, chip.parts.slice(0, -1)), last]
    : chip.parts;
  return replaced(tree, place, group(joiner, parts));
}

/** Puts a chip and its neighbour in brackets of their own. */
export function grouped(tree: Chip, place: Place): [Chip, Place] {
  const { parent, before, step } = around(tree, place);
  if (!canGroup(tree, place) || !parent || !isJoiner(parent.kind)) return [tree, place];
  const from = Math.min(step, parent.parts.length - 2);
  const inner = group(parent.kind, parent.parts.slice(from, from + 2));
  const parts = [...parent.parts.slice(0, from), inner, ...parent.parts.slice(from + 2)];
  return [replaced(tree, before, { ...parent, parts }), [...before, from]];
}

export const canGroup = (tree: Chip, place: Place): boolean =>
  (around(tree, place).parent?.parts.length ?? 0) > 2;

/** Takes the brackets around a group away: its chips join those around it. */
export function ungrouped(tree: Chip, place: Place): Chip {
  const { parent, before, step } = around(tree, place);
  const chip = chipAt(tree, place);
  if (!chip || !parent || !canUngroup(tree, place)) return tree;
  const parts = [...parent.parts.slice(0, step), ...chip.parts, ...parent.parts.slice(step + 1)];
  return replaced(tree, before, { ...parent, parts });
}

export function canUngroup(tree: Chip, place: Place): boolean {
  const { parent } = around(tree, place);
  const chip = chipAt(tree, place);
  return !!chip && isGroup(chip) && (parent?.kind === "and" || parent?.kind === "or");
}

/** Moves a chip among those it is joined with; gives the tree and where it stands then. */
export function shifted(tree: Chip, place: Place, by: number): [Chip, Place] {
  const { parent, before, step } = around(tree, place);
  const to = step + by;
  if (!parent || !isGroup(parent) || to < 0 || to >= parent.parts.length) return [tree, place];
  const parts = [...parent.parts];
  const [chip] = parts.splice(step, 1);
  parts.splice(to, 0, chip as Chip);
  return [replaced(tree, before, { ...parent, parts }), [...before, to]];
}

/** The places of all chips that stand for an option, and of the groups, from left to right. */
export function places(tree: Chip | null, place: Place = []): Place[] {
  if (!tree) return [];
  const inner = tree.kind === "not" ? (tree.parts[0] as Chip) : tree;
  if (!isGroup(inner)) return [place];
  const own = tree.kind === "not" ? [...place, 0] : place;
  return [place, ...inner.parts.flatMap((part, at) => places(part, [...own, at]))];
}

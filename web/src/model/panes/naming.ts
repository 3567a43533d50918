// What parts of the file are called in words, by the way to them.
import type { Clause, ModelDocument } from "../../shapes";
import { t } from "../../words";
import type { Path } from "./values";

const begins = (path: Path, start: Path): boolean => start.every((step, at) => path[at] === step);

/** The sentence or name that stands at a way, or around it. */
export function calledAt(document: ModelDocument, path: Path): string {
  const clauses: Clause[] = [
    ...document.makers.flatMap((maker) => [...maker.wishes, ...maker.red_lines]).flatMap((clause) => [...clause.equal, clause]),
    ...document.infeasible, ...document.irreversible,
  ];
  const clause = clauses.find((each) => !each.off && begins(path, each.path));
  const owner = document.makers.find((maker) => begins(path, maker.path));
  if (clause) return owner ? t("editing.of_maker", { name: owner.name, words: clause.words }) : clause.words;
  const option = owner?.options.find((row) => begins(path, row.path));
  if (option) return t("editing.of_maker", { name: owner?.name ?? "", words: option.name || option.id });
  const table = document.tables.find((row) => begins(path, row.path));
  if (table) return t("editing.of_table", { name: table.name || table.id });
  if (path[0] === "status_quo") return t("editing.of_now");
  if (owner) return path.length > owner.path.length ? t("editing.of_maker", { name: owner.name, words: paneName(document, path) }) : owner.name;
  return path[0] === "decision_makers" ? "" : paneName(document, path);
}

const paneName = (document: ModelDocument, path: Path): string => t(`editing.pane_${paneOf(path, document.form === "graph")}`);

/** The pane in which a part of the file is edited. */
export function paneOf(path: Path, isGraph: boolean): Pane {
  const [first, , third] = path;
  if (first === "decision_makers" && third === "red_lines") return "lines";
  if (first === "decision_makers" && third === "moves") return "states";
  if (first === "decision_makers" && (third === undefined || third === "options" || third === "name")) return isGraph ? "states" : "options";
  if (first === "decision_makers") return "wants";
  if (first === "infeasible" || first === "irreversible" || first === "coalesce") return "rules";
  if (first === "tables" || first === "affected" || first === "deadlines" || first === "coalitions") return "tables";
  return first === "states" ? "states" : "settings";
}

export type Pane = "wants" | "options" | "states" | "rules" | "lines" | "tables" | "settings" | "decisions" | "source";

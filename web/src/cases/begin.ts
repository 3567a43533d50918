// Beginning a case, and opening one.
import { go, openCase, trying } from "../actions";
import { dropFiles } from "../reports/work";
import { ask } from "../session";
import type { CaseLine, NewCase } from "../shapes";
import { current, update } from "../store";
import { t } from "../words";

/** Opens a case at its model, or at its reports while it has none. */
export async function enter(name: string, file: string | null = null): Promise<void> {
  update({ file, document: null, answers: null, why: null, asked: null, note: null });
  await openCase(name);
  if (current().overview) go(current().overview?.models.length ? "model" : "reports");
}

async function make(wanted: Partial<NewCase> & { name: string }): Promise<boolean> {
  const body = { kind: "reports", gallery: "", lang: current().language, ...wanted };
  const line = await trying(() => ask<CaseLine>("POST", "/cases", body));
  if (!line) return false;
  await enter(line.name, body.gallery ? `${body.gallery}.yaml` : null);
  return true;
}

/** The name of a case that nobody named: what it is, and the day. */
function named(name: string): string {
  const day = new Intl.DateTimeFormat(current().language, { day: "numeric", month: "long" }).format(new Date());
  return name.trim() || t("cases.unnamed", { day });
}

export async function beginWithFiles(name: string, files: File[]): Promise<void> {
  if (!files.length || !(await make({ name: named(name), kind: "reports" }))) return;
  go("reports");
  await dropFiles(files);
}

export async function beginBlank(name: string): Promise<void> {
  await make({ name: named(name), kind: "blank" });
}

export async function beginWith(id: string, title: string): Promise<void> {
  await make({ name: title.slice(0, 60), kind: "gallery", gallery: id });
}

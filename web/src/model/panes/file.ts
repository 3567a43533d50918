// The file of the model as data, and changes of it. Panes show the words of the document, and
// change what the file says: of text in several languages, each of them.
import { useEffect, useState } from "preact/hooks";
import { edit, inCase, trying } from "../../actions";
import { ask } from "../../session";
import type { Operation, SourceText, StructurePlan } from "../../shapes";
import { current, useStore } from "../../store";
import type { Mapping } from "./values";

let held: { file: string; source: SourceText } | null = null;
let asked: Promise<SourceText | undefined> | null = null;

const way = (rest: string) => inCase(`/models/${encodeURIComponent(current().file ?? "")}${rest}`);

/** The file in the version that the page shows. */
export async function source(): Promise<SourceText | undefined> {
  const { file, document } = current();
  if (held && held.file === file && held.source.version === document?.version) return held.source;
  asked ??= trying(() => ask<SourceText>("GET", way("/source"))).finally(() => { asked = null; });
  const given = await asked;
  if (given && file) held = { file, source: given };
  return given;
}

/** The file, fetched anew after each change of it; until then what it was stays. */
export function useSource(): SourceText | null {
  const file = useStore((state) => state.file);
  const version = useStore((state) => state.document?.version);
  const [shown, show] = useState(held && held.file === file ? held.source : null);
  useEffect(() => {
    let isOver = false;
    void source().then((given) => { if (given && !isOver) show(given); });
    return () => { isOver = true; };
  }, [file, version]);
  return shown;
}

/** Makes operations of what the file says in the version shown, and writes them. */
export async function change(make: (data: Mapping) => Operation[]): Promise<boolean> {
  const given = await source();
  if (!given) return false;
  const ops = make(given.data as Mapping);
  return ops.length === 0 || edit(ops);
}

/** Says what a change of options, decision makers or states takes with it. */
export async function planned(ops: Operation[]): Promise<StructurePlan | undefined> {
  const base = current().document?.version ?? "";
  return trying(() => ask<StructurePlan>("POST", way("/structure"), { base, ops }));
}

/** Changes options, decision makers or states with all that it takes. */
export async function restructure(ops: Operation[]): Promise<boolean> {
  const plan = await planned(ops);
  return plan ? edit(plan.ops as Operation[]) : false;
}

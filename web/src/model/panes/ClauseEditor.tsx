import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { dry, edit, putBack } from "../../actions";
import type { ConditionRead, Operation } from "../../shapes";
import { current, useStore } from "../../store";
import { t } from "../../words";
import { ConditionBuilder } from "../conditions/ConditionBuilder";
import { latest } from "../latest";
import { clauseOps, itemOf, saidOf, type Said } from "./clauses";
import { Evidence, Tick, WordsField } from "./fields";
import { source, useSource } from "./file";
import { appended, languagesOf, valueAt, valueOf, wordsOf, type Mapping, type Path, type Value } from "./values";

export type ClauseKind = "wish" | "line" | "rule";

/** The key under which a mapping has its condition. */
const KEY: Record<ClauseKind, string> = { wish: "statement", line: "statement", rule: "condition" };
const MARKS: Record<ClauseKind, string[]> = { wish: ["greatly", "unknown", "inferred"], line: ["inferred"], rule: [] };
const isYes = (value: Value | undefined): boolean => /^(y|yes|true|1)$/i.test(String(value ?? ""));

/** Makes or changes a wish, a red line or what cannot be; what would follow is shown meanwhile. */
export function ClauseEditor({ kind, path, isNew = false, onClose }: {
  kind: ClauseKind;
  /** Of a new one the list it goes to the end of. */
  path: Path;
  isNew?: boolean;
  onClose: () => void;
}) {
  const file = useSource();
  if (!file) return null;
  return <Form kind={kind} path={path} isNew={isNew} onClose={onClose} data={file.data as Mapping} />;
}

function Form({ kind, path, isNew, onClose, data }: Parameters<typeof ClauseEditor>[0] & { data: Mapping }) {
  const key = KEY[kind];
  const document = useStore((state) => state.document);
  const [before] = useState(() => (isNew ? undefined : valueAt(data, path)));
  const [said, show] = useState<Said>(() => saidOf(before, key));
  const latestSaid = useRef(said); // a field is left and the form sent in one go
  const set = (name: string, value: Value | undefined): Said => {
    latestSaid.current = { ...latestSaid.current, [name]: value };
    show(latestSaid.current);
    return latestSaid.current;
  };
  const [isSound, setSound] = useState(!isNew);
  const languages = languagesOf(data, document?.language ?? "en");
  const main = languages[0] ?? "en";
  const asked = useRef<Promise<unknown>>(Promise.resolve());
  const isKeeping = useRef(false); // what is read after that is no longer shown beforehand
  const preview = useMemo(() => latest((ops: Operation[]) =>
    (asked.current = ops.length ? dry(ops) : Promise.resolve(putBack()))), []);
  useEffect(() => () => { preview.forget(); putBack(); }, []);

  const opsOf = (now: Mapping, wanted: Said): Operation[] =>
    isNew ? appended(now, path, itemOf(wanted, key)) : clauseOps(now, path, before, wanted, key);
  const take = (text: string, read: ConditionRead | null) => {
    const wanted = set(key, text);
    setSound(read !== null);
    if (read && !isKeeping.current && current().document?.editable) preview.ask(opsOf(data, wanted));
  };
  const keep = async () => {
    isKeeping.current = true;
    preview.forget();
    await asked.current; // or it would come too late, and be refused
    const now = await source();
    const ops = now ? opsOf(now.data as Mapping, latestSaid.current) : [];
    if (!ops.length || (await edit(ops))) onClose();
    isKeeping.current = false;
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "Escape") { event.stopPropagation(); onClose(); }
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && isSound) { event.preventDefault(); void keep(); }
  };
  const evidence = Array.isArray(said["evidence"]) ? said["evidence"] : [];
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.scrollIntoView({ block: "nearest" });
    form.current?.querySelector<HTMLElement>(isNew ? "[data-testid=first-chip]" : "input")?.focus({ preventScroll: true });
  }, []);
  return (
    <form ref={form} class="clause-editor" data-testid="clause-editor" onKeyDown={press}
      onSubmit={(event) => { event.preventDefault(); if (isSound) void keep(); }}>
      <ConditionBuilder text={String(said[key] ?? "")} label={t(`editing.when_${kind}`)} onChange={take} />
      <details open={!isNew && (!!said["because"] || evidence.length > 0)}>
        <summary>{t("editing.because_and_marks")}</summary>
        <WordsField label={t("editing.because")} long languages={languages} words={wordsOf(said["because"], main)} testid="because"
          onKeep={(words) => set("because", valueOf(words, main, said["because"]))} />
        <Evidence references={evidence} known={Object.keys(document?.quotes ?? {})}
          onKeep={(references) => set("evidence", references.length ? references : undefined)} />
        <div class="marks">
          {MARKS[kind].map((mark) => (
            <Tick key={mark} label={t(`editing.mark_${mark}`)} on={isYes(said[mark])} testid={`mark-${mark}`}
              onTick={(on) => set(mark, on ? "yes" : undefined)} />
          ))}
        </div>
      </details>
      <p class="doings">
        <button class="main" type="submit" disabled={!isSound} data-testid="keep-clause">{t(isNew ? "editing.add" : "editing.keep")}</button>
        <button type="button" onClick={onClose}>{t("editing.cancel")}</button>
        <span><kbd>Ctrl</kbd> <kbd>Enter</kbd></span>
      </p>
    </form>
  );
}

import { useEffect, useRef, useState } from "preact/hooks";
import { inCase, openModel, trying } from "../../actions";
import { ask, RefusedError } from "../../session";
import type { Edited, Refused, SourceText } from "../../shapes";
import { current, update, useStore } from "../../store";
import { t } from "../../words";
import { useSource } from "../panes/file";
import type { Editor } from "./editor";

type Faults = Refused["faults"];

/** The file as it is written, for those who like it so; its faults stand at their lines. */
export function SourcePane() {
  const file = useSource();
  return file ? <SourceEditor file={file} /> : null;
}

function SourceEditor({ file }: { file: SourceText }) {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor | null>(null);
  const [isChanged, setChanged] = useState(false);
  const [faults, setFaults] = useState<Faults>(file.faults);
  // A file that is broken is mended here, though nowhere else.
  const isEditable = useStore((state) => !!state.document && (state.document.editable || state.document.faults.length > 0));
  const save = useRef(async () => undefined as void);
  save.current = async () => {
    if (!editor.current) return;
    const refused = await write(editor.current.text());
    setFaults(refused);
    editor.current.mark(refused);
    if (!refused.length) setChanged(false);
  };
  useEffect(() => {
    let isOver = false;
    void import("./editor").then(({ open }) => {
      if (isOver || !host.current) return;
      editor.current = open(host.current, {
        text: file.text, label: t("editing.pane_source"), isEditable,
        onChange: (text) => setChanged(text !== latest.current), onSave: () => void save.current(),
      });
      editor.current.mark(file.faults);
    });
    return () => { isOver = true; editor.current?.close(); };
  }, []);
  const latest = useRef(file.text);
  useEffect(() => {
    if (file.text === latest.current) return;
    const isOwn = editor.current?.text() === file.text;
    const untouched = editor.current?.text() === latest.current;
    latest.current = file.text;
    if (untouched && !isOwn) editor.current?.set(file.text);
    setChanged(editor.current?.text() !== file.text);
  }, [file.text]);
  return (
    <>
      <div class="source" ref={host} data-testid="source" />
      <p class="doings">
        <button type="button" class="main" disabled={!isChanged || !isEditable} data-testid="save-source" onClick={() => void save.current()}>{t("editing.keep")} <kbd>Ctrl S</kbd></button>
        <button type="button" disabled={!isChanged} onClick={() => { editor.current?.set(latest.current); setFaults([]); }}>{t("editing.as_saved")}</button>
      </p>
      <ul class="faults" aria-live="polite" data-testid="source-faults">
        {faults.map((fault, at) => (
          <li key={at}><button type="button" class="link" onClick={() => editor.current?.go(fault.line, fault.column)}>{t("editing.line", { line: fault.line })}</button> {fault.message}</li>
        ))}
      </ul>
    </>
  );
}

/** Writes the whole text; gives what is wrong in it, where it is not taken. */
async function write(text: string): Promise<Faults> {
  const { file, document } = current();
  const way = inCase(`/models/${encodeURIComponent(file ?? "")}/edits`);
  try {
    await ask<Edited>("POST", way, { base: document?.version ?? "", ops: [{ op: "text", value: text }] });
  } catch (error) {
    if (!(error instanceof RefusedError)) { update({ note: { kind: "fault", text: t("shell.lost") }, connected: false }); return []; }
    if (!error.refused.faults.length) update({ note: { kind: "fault", text: error.message } });
    return error.refused.faults.length ? error.refused.faults : [{ message: error.message, file: "", line: 1, column: 1, path: [] }];
  }
  await trying(() => openModel(file ?? ""));
  return [];
}

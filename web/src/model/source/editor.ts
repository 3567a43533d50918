// The text editor: a chunk of its own, loaded when the file is first looked at. It stands in a
// shadow root, where its styles are made as sheets; in the page itself the policy forbids them.
import { autocompletion, completeFromList, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { HighlightStyle, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, setDiagnostics, type Diagnostic } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { KEYS } from "./keys";

/** An editor that is open. */
export interface Editor {
  text: () => string;
  set: (text: string) => void;
  mark: (faults: { message: string; line: number; column: number }[]) => void;
  go: (line: number, column: number) => void;
  close: () => void;
}

const LOOK = EditorView.theme({
  "&": { height: "100%", color: "var(--ink)", backgroundColor: "var(--paper)", fontSize: "12px" },
  ".cm-content": { caretColor: "var(--ink)" },
  ".cm-gutters": { color: "var(--quiet)", backgroundColor: "var(--band)", borderRight: "1px solid var(--rule)" },
  ".cm-activeLine": { backgroundColor: "color-mix(in srgb, var(--start) 55%, transparent)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-selectionBackground, &.cm-focused .cm-selectionBackground": { backgroundColor: "var(--start) !important" },
  ".cm-tooltip": { color: "var(--ink)", backgroundColor: "var(--paper)", border: "1px solid var(--rule)" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { color: "var(--on-accent)", backgroundColor: "var(--accent)" },
  "&.cm-focused": { outline: "3px solid var(--accent)", outlineOffset: "-2px" },
});
const COLOURS = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: "var(--accent)" },
  { tag: tags.comment, color: "var(--quiet)", fontStyle: "italic" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--gained)" },
]);

/** Opens the editor in an element of the page. */
export function open(host: HTMLElement, asked: {
  text: string;
  label: string;
  isEditable: boolean;
  onChange: (text: string) => void;
  onSave: () => void;
}): Editor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open", delegatesFocus: true });
  const view: EditorView = new EditorView({
    root,
    parent: root as unknown as Element,
    state: EditorState.create({
      doc: asked.text,
      extensions: [
        lineNumbers(), history(), highlightActiveLine(), lintGutter(), EditorView.lineWrapping,
        yaml(), indentUnit.of("  "), syntaxHighlighting(COLOURS), LOOK,
        autocompletion({ override: [completeFromList(KEYS.map((label) => ({ label, type: "property", apply: `${label}: ` })))], activateOnTyping: true }),
        EditorState.readOnly.of(!asked.isEditable),
        EditorView.domEventHandlers({ beforeinput: typeOver }),
        EditorView.contentAttributes.of({ "aria-label": asked.label, spellcheck: "false", tabindex: "0" }),
        keymap.of([{ key: "Mod-s", run: () => { asked.onSave(); return true; }, preventDefault: true },
          ...completionKeymap, ...defaultKeymap, ...historyKeymap, { key: "Escape", run: leave }, indentWithTab]),
        EditorView.updateListener.of((update) => { if (update.docChanged) asked.onChange(update.state.doc.toString()); }),
      ],
    }),
  });
  // What is typed here is no key of the page's: undo is that of the text.
  const keep = (event: Event) => event.stopPropagation();
  host.addEventListener("keydown", keep);
  const placeOf = (line: number, column: number): number => {
    const at = view.state.doc.line(Math.min(Math.max(line, 1), view.state.doc.lines));
    // Columns are counted in signs; the editor counts the halves of some of them.
    return Math.min(at.from + [...at.text].slice(0, Math.max(column - 1, 0)).join("").length, at.to);
  };
  return {
    text: () => view.state.doc.toString(),
    set: (text) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }),
    mark: (faults) => {
      const marks = faults.map(({ message, line, column }): Diagnostic => {
        const from = placeOf(line, column);
        return { from, to: Math.max(from, view.state.doc.lineAt(from).to), severity: "error", message };
      });
      view.dispatch(setDiagnostics(view.state, marks));
      const [first] = marks;
      if (first) view.dispatch({ selection: { anchor: first.from }, scrollIntoView: true });
    },
    go: (line, column) => {
      view.dispatch({ selection: { anchor: placeOf(line, column) }, scrollIntoView: true });
      view.focus();
    },
    close: () => { host.removeEventListener("keydown", keep); view.destroy(); },
  };
}

/** Types over what is selected. The browser would keep the look of it by an inline style, which the policy forbids. */
function typeOver(event: InputEvent, view: EditorView): boolean {
  const isTyped = event.inputType === "insertText" && event.data !== null && !view.composing;
  if (!isTyped || view.state.readOnly || view.state.selection.main.empty) return false;
  event.preventDefault();
  view.dispatch(view.state.replaceSelection(event.data ?? ""), { userEvent: "input.type", scrollIntoView: true });
  return true;
}

/** Tab indents; Escape gives it back to the page for those who go through it by keys. */
function leave(view: EditorView): boolean {
  view.contentDOM.blur();
  const next = (view.root as ShadowRoot).host.parentElement?.querySelector<HTMLElement>("button:not(:disabled)");
  next?.focus();
  return true;
}

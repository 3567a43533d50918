// Has a condition's text read by the server, which alone knows its grammar.
import { inCase } from "../../actions";
import { ask } from "../../session";
import type { ConditionRead } from "../../shapes";
import { current } from "../../store";

const kept = new Map<string, ConditionRead>();
const MOST = 200;

/** What a text means, or where it is wrong; each text is asked once a version of the model. */
export async function readCondition(text: string): Promise<ConditionRead> {
  const { file, document, language } = current();
  const key = [file, document?.version, language, text].join("\n");
  const known = kept.get(key);
  if (known) return known;
  const way = `/models/${encodeURIComponent(file ?? "")}/conditions`;
  const read = await ask<ConditionRead>("POST", inCase(way), { text });
  if (kept.size > MOST) kept.clear();
  kept.set(key, read);
  return read;
}

// The sentences of what cannot be, and what each rules out. Pure.
import { listAt, mappingAt, type Mapping, type Value } from "./values";

export type RuleKind = "at_most_one" | "requires" | "at_least_one" | "exactly_one" | "condition" | "pattern";
export const RULES: RuleKind[] = ["at_most_one", "requires", "at_least_one", "exactly_one", "condition"];

/** A rule as it is being made. */
export interface Rule {
  kind: RuleKind;
  /** Of a rule on several options, these. */
  options: string[];
  /** Of one that needs another: the condition, and what it needs. */
  premise: string;
  consequence: string;
  /** Of a condition or a pattern its text. */
  text: string;
}

export const NO_RULE: Rule = { kind: "at_most_one", options: [], premise: "", consequence: "", text: "" };

/** What the file says of a rule. */
export function ruleOf(value: Value | undefined): Rule {
  if (typeof value === "string") return { ...NO_RULE, kind: "condition", text: value };
  const body = mappingAt(value, []);
  const kind = ([...RULES, "pattern"] as RuleKind[]).find((each) => each in body) ?? "condition";
  const requires = mappingAt(body, ["requires"]);
  return {
    kind,
    options: listAt(body, [kind]).map(String),
    premise: String(requires["if"] ?? ""),
    consequence: String(requires["then"] ?? ""),
    text: typeof body[kind] === "string" ? (body[kind] as string) : "",
  };
}

/** The rule as the file has it; `rest` is what else the file says of it. */
export function ruleValue(rule: Rule, rest: Mapping): Value {
  const others = Object.fromEntries(Object.entries(rest).filter(([key]) => key !== "pattern" && !(RULES as string[]).includes(key)));
  if (rule.kind === "condition" && Object.keys(others).length === 0) return rule.text;
  const said: Value = rule.kind === "requires" ? { if: rule.premise, then: rule.consequence }
    : rule.kind === "condition" || rule.kind === "pattern" ? rule.text : rule.options;
  return { [rule.kind]: said, ...others };
}

/** The condition that a rule rules out; nothing while it is not whole. */
export function ruledOut(rule: Rule): string {
  const { options } = rule;
  const none = `-(${options.join(" | ")})`;
  const pairs = options.flatMap((one, at) => options.slice(at + 1).map((other) => `(${one} & ${other})`));
  switch (rule.kind) {
    case "at_most_one": return options.length > 1 ? pairs.join(" | ") : "";
    case "at_least_one": return options.length ? none : "";
    case "exactly_one": return options.length > 1 ? [none, ...pairs].join(" | ") : "";
    case "requires": return rule.premise && rule.consequence ? `(${rule.premise}) & -(${rule.consequence})` : "";
    default: return rule.text;
  }
}

// Builds the app into the package: scripts, styles, words and the shell. `node build.mjs` writes
// ../src/satumeja/web/static, or where `--out` says; `--tests` bundles tests/*.test.ts for node's own runner instead.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "smol-toml";

const OUT = process.argv.indexOf("--out");
const STATIC = OUT < 0 ? "../src/satumeja/web/static" : process.argv[OUT + 1];
const WORDS = "../src/satumeja/brief/words/web";
const LANGUAGES = ["en", "id"];
/** What the first screens and their head say; all else is fetched when it is needed. */
const FIRST = ["shell", "refused", "stream", "model", "editing", "history"];

/** The words of a language, `section.key` to text, from all files of it. */
function wordsOf(language) {
  const words = {};
  for (const name of readdirSync(WORDS).sort()) {
    if (!name.endsWith(`.${language}.toml`)) continue;
    for (const [section, texts] of Object.entries(parse(readFileSync(join(WORDS, name), "utf8"))))
      for (const [key, text] of Object.entries(texts)) words[`${section}.${key}`] = text;
  }
  return words;
}

const isFirst = (key) => FIRST.includes(key.split(".")[0]);

/** What stands in braces in a text, sorted. */
const placeholders = (text) => [...text.matchAll(/\{(\w+)\}/g)].map((hit) => hit[1]).sort().join();

/** Stops the build where a language lacks a key or a placeholder, or the code asks for none. */
function requireAll(words) {
  const [first, second] = LANGUAGES.map((language) => words[language]);
  for (const key of new Set([...Object.keys(first), ...Object.keys(second)])) {
    if (!(key in first) || !(key in second)) throw new Error(`words: ${key} is in one language only`);
    if (placeholders(first[key]) !== placeholders(second[key]))
      throw new Error(`words: ${key} has other placeholders in the other language`);
  }
  for (const file of sources("src"))
    for (const hit of readFileSync(file, "utf8").matchAll(/\bt\(\s*"([\w.]+)"/g))
      if (!(hit[1] in first)) throw new Error(`${file}: no words for ${hit[1]}`);
}

/** Stops the build where two files of styles style one class: either would change the other's. */
function requireOwnStyles() {
  const owner = new Map();
  for (const name of readdirSync("src/style").filter((name) => !["app.css", "shell.css"].includes(name))) {
    const rules = readFileSync(join("src/style", name), "utf8").replace(/\/\*.*?\*\//gs, "");
    for (const [, selectors] of rules.matchAll(/([^{};]+)\{/g))
      for (const selector of selectors.split(",")) {
        const [, styled] = /^\s*\.([\w-]+)[^\s>~+]*\s*$/.exec(selector) ?? [];
        if (!styled || selector.includes(":has(")) continue;
        if (owner.has(styled) && owner.get(styled) !== name)
          throw new Error(`styles: .${styled} is in ${owner.get(styled)} and ${name}: give one another name`);
        owner.set(styled, name);
      }
  }
}

/** What the authors of the packages that are bundled ask to be shipped with them. */
function licencesOf(inputs) {
  const names = new Set(inputs.flatMap((input) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? []));
  return [...names].sort().map((name) => {
    const folder = join("node_modules", name);
    const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
    if (!file) throw new Error(`${name}: no licence to ship with it`);
    return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
  }).join(`\n${"-".repeat(80)}\n\n`);
}

function sources(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? sources(join(folder, entry.name))
      : /\.tsx?$/.test(entry.name) ? [join(folder, entry.name)] : []);
}

const COMMON = { bundle: true, format: "esm", target: "es2022", jsx: "automatic", jsxImportSource: "preact" };

if (process.argv.includes("--tests")) {
  const tests = sources("tests").filter((file) => file.endsWith(".test.ts"));
  await build({ ...COMMON, entryPoints: tests, outdir: "build/tests", platform: "node", packages: "external" });
} else {
  const words = Object.fromEntries(LANGUAGES.map((language) => [language, wordsOf(language)]));
  requireAll(words);
  requireOwnStyles();
  mkdirSync(STATIC, { recursive: true });
  for (const name of readdirSync(STATIC)) rmSync(join(STATIC, name));
  const { metafile } = await build({
    ...COMMON, metafile: true, entryPoints: { app: "src/main.tsx" }, outdir: STATIC, minify: true, splitting: true,
    chunkNames: "[name]-[hash]", legalComments: "none", charset: "utf8",
  });
  await build({ entryPoints: { app: "src/style/app.css" }, outdir: STATIC, bundle: true, minify: true });
  for (const language of LANGUAGES)
    for (const part of ["first", "more"]) {
      const kept = Object.entries(words[language]).filter(([key]) => isFirst(key) === (part === "first"));
      writeFileSync(join(STATIC, `words-${part}-${language}.json`), JSON.stringify(Object.fromEntries(kept)));
    }
  writeFileSync(join(STATIC, "LICENSES.txt"), licencesOf(Object.keys(metafile.inputs)));
  const stamp = createHash("sha256");
  for (const name of readdirSync(STATIC).sort()) stamp.update(name).update(readFileSync(join(STATIC, name)));
  const shell = readFileSync("src/index.html", "utf8").replaceAll("STAMP", stamp.digest("hex").slice(0, 8));
  writeFileSync(join(STATIC, "index.html"), shell);
  const size = readFileSync(join(STATIC, "app.js")).length;
  console.log(`${basename(STATIC)}: app.js ${(size / 1000).toFixed(1)} kB`);
}

// What every journey through the app needs: a server on a case of its own, a browser, a page.
//
//   await journey("accepts with one key", async ({ page, folder }) => { … });
//
// SATUMEJA names the program to start, CHROMIUM the browser, SHOTS a folder for pictures.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

export const PROGRAM = process.env.SATUMEJA ?? fileURLToPath(new URL("../../.venv/bin/satumeja", import.meta.url));
export const BROWSER = process.env.CHROMIUM ?? "/usr/bin/chromium";
export const SIZES = [[1440, 900], [1366, 768], [820, 1180], [390, 844]];

/** Starts `satumeja open` on a folder; gives its address and how to end it. */
export async function serve(folder, ...flags) {
  const server = spawn(PROGRAM, ["open", folder, "--no-browser", "--port", "0", ...flags], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, HOME: folder },
  });
  let told = "";
  server.stderr.on("data", (text) => { told += text; });
  const address = await new Promise((resolve, reject) => {
    createInterface({ input: server.stdout }).once("line", resolve);
    server.once("exit", (code) => reject(new Error(`the server ended with ${code}: ${told}`)));
  });
  const stop = () => new Promise((resolve) => {
    if (server.exitCode !== null) return resolve();
    server.once("exit", resolve);
    server.kill("SIGINT");
  });
  return { address, stop, server };
}

/** What a browser asks of its maker by itself, whatever page is open. */
const MAKERS = /^(https?:\/\/)?[\w.-]+\.(google|googleapis|gvt1|gstatic)\.com[:/]/;

/** Starts a proxy that lets nothing through, and keeps what a page asked for. */
export async function recorder() {
  const asked = [];
  const keep = (address) => { if (!MAKERS.test(address)) asked.push(address); };
  const server = createServer((request, answer) => { keep(request.url); answer.writeHead(403).end(); });
  server.on("connect", (request, socket) => { keep(request.url); socket.end("HTTP/1.1 403 Forbidden\r\n\r\n"); });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { asked, address: `http://127.0.0.1:${server.address().port}`, stop: () => server.close() };
}

/** Makes a case in a new folder: a copy of `from`, or files given as name to text. */
export function makeCase(from) {
  const folder = mkdtempSync(join(tmpdir(), "case-"));
  if (from) cpSync(from, folder, { recursive: true });
  return folder;
}

/** Opens a page of the app, in a language, scheme and size; complains of any error in it. */
export async function openPage(browser, address, { language = "en", scheme = "light", size = SIZES[0] } = {}) {
  const context = await browser.newContext({
    locale: language === "id" ? "id-ID" : "en-GB", colorScheme: scheme,
    viewport: { width: size[0], height: size[1] }, acceptDownloads: true,
  });
  const page = await context.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  // 409 is how a stale edit or preview is answered; what becomes of it is what a journey looks at.
  page.on("console", (line) => { if (line.type() === "error" && !/status of 409/.test(line.text())) faults.push(line.text()); });
  page.on("request", (request) => {
    if (!request.url().startsWith(new URL(address).origin) && !/^(data|blob):/.test(request.url()))
      faults.push(`a request to ${request.url()}`);
  });
  await page.goto(address);
  return { context, page, faults };
}

/** Finds by test id. */
export const at = (page, id) => page.locator(`[data-testid="${id}"]`).first();

/** The violations that axe finds on a page, one line each. */
export async function violations(page) {
  // Trusted types forbid scripts that are added to the page; the debugger may evaluate one.
  const source = readFileSync(new URL("../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
  const session = await page.context().newCDPSession(page);
  await session.send("Runtime.evaluate", { expression: source });
  const { result } = await session.send("Runtime.evaluate", {
    expression: `axe.run(document, {resultTypes: ["violations"]}).then((found) => JSON.stringify(
      found.violations.map((each) => each.id + ": " + each.nodes.map((node) => node.target.join(" ")).join(", "))))`,
    awaitPromise: true, returnByValue: true,
  });
  return JSON.parse(result.value);
}

/** Keeps a picture where SHOTS names a folder. */
export async function shoot(page, name) {
  if (process.env.SHOTS) await page.screenshot({ path: join(process.env.SHOTS, `${name}.png`) });
}

/** Selects words of the report in view, wherever marks part them. */
export async function select(page, words) {
  await page.evaluate((wanted) => {
    const root = document.querySelector("[data-report-text]");
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    const start = nodes.map((node) => node.data).join("").indexOf(wanted);
    const place = (unit, isEnd) => {
      let left = unit;
      for (const node of nodes) {
        if (left < node.data.length || (isEnd && left === node.data.length)) return [node, left];
        left -= node.data.length;
      }
    };
    const range = document.createRange();
    range.setStart(...place(start, false));
    range.setEnd(...place(start + wanted.length, true));
    document.getSelection().removeAllRanges();
    document.getSelection().addRange(range);
  }, words);
}

/** Runs one journey on a case of its own, and ends what it started, whatever comes. */
export async function journey(title, run, { from, flags = [], ...look } = {}) {
  const folder = makeCase(from);
  const { address, stop, server } = await serve(folder, ...flags);
  const proxy = await recorder();
  const browser = await chromium.launch({ executablePath: BROWSER, args: ["--no-sandbox"], proxy: { server: proxy.address, bypass: "127.0.0.1" } });
  try {
    const opened = await openPage(browser, address, look);
    await run({ ...opened, browser, address, folder, server, origin: new URL(address).origin });
    assert.deepEqual(opened.faults, []);
    assert.deepEqual(proxy.asked, [], "nothing was asked of anybody else");
    console.log(`ok ${title}`);
  } catch (error) {
    console.log(`not ok ${title}\n${error.stack}`);
    process.exitCode = 1;
  } finally {
    await browser.close();
    proxy.stop();
    await stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

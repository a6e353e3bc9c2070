// SPDX-License-Identifier: GPL-3.0-or-later
// node readability.mjs SET OUTPUT: what Mozilla's Readability takes for the article of each page of SET
// (html/ID.html.gz), as {ID: {"articleBody", "headline"}}. readability.sh installs what this imports.
import { Readability } from "@mozilla/readability";
import { JSDOM, VirtualConsole } from "jsdom";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

const BLOCK = /^(address|article|aside|blockquote|dd|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|td|th|tr|ul)$/i;

// textContent would join the last word of a paragraph and the first of the next.
function textOf(node) {
  if (node.nodeType === 3) return node.nodeValue;
  if (node.nodeType !== 1) return "";
  const inner = Array.from(node.childNodes, textOf).join("");
  if (node.nodeName === "BR") return "\n";
  return BLOCK.test(node.nodeName) ? `\n${inner}\n` : inner;
}

// Pages of the set were saved as UTF-8 whatever they declare; bytes of another charset are jsdom's to decode.
function decoded(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return bytes;
  }
}

const [set, output] = process.argv.slice(2);
const found = {};
for (const name of readdirSync(`${set}/html`).sort()) {
  const id = name.replace(/\.html\.gz$/, "");
  const dom = new JSDOM(decoded(gunzipSync(readFileSync(`${set}/html/${name}`))), {
    url: "https://page.example/",
    virtualConsole: new VirtualConsole(),
  });
  const article = new Readability(dom.window.document).parse();
  const body = article ? textOf(new JSDOM(article.content).window.document.body) : "";
  found[id] = { articleBody: body, headline: article?.title ?? "" };
  dom.window.close();
}
writeFileSync(output, JSON.stringify(found));

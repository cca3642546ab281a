// Finding where a JSON document ends: at its line's end, or, when it was printed over many lines, where its brackets close.

export interface SplitDocument {
  /** The line of the file that it begins on, from 1. */
  readonly line: number;
  readonly text: string;
}

interface Open {
  readonly line: number;
  readonly parts: string[];
  depth: number;
}

/** Takes a file's lines in order and gives its documents. */
export class DocumentSplitter {
  #line = 0;
  #open: Open | null = null;

  takeLines(lines: readonly string[]): SplitDocument[] {
    const documents: SplitDocument[] = [];
    for (const line of lines) this.#take(line, documents);
    return documents;
  }

  /** What was left open when the file ended. */
  end(): SplitDocument[] {
    const documents: SplitDocument[] = [];
    this.#close(documents);
    return documents;
  }

  #take(given: string, documents: SplitDocument[]): void {
    this.#line += 1;
    const text = this.#line === 1 && given.charCodeAt(0) === 0xfeff ? given.slice(1) : given;
    const open = this.#open;
    if (open !== null && !isNewDocument(text, open)) {
      open.parts.push(text);
      open.depth += depthOf(text);
      if (open.depth <= 0) this.#close(documents);
      return;
    }
    this.#close(documents);
    const written = text.trim();
    if (written === '') return;
    if (isOpening(written)) this.#open = { line: this.#line, parts: [text], depth: depthOf(text) };
    else documents.push({ line: this.#line, text: written });
    if (this.#open !== null && this.#open.depth <= 0) this.#close(documents);
  }

  #close(documents: SplitDocument[]): void {
    if (this.#open === null) return;
    documents.push({ line: this.#open.line, text: this.#open.parts.join('\n') });
    this.#open = null;
  }
}

/** A line that ends with an open bracket, a comma or a colon goes on in the next one. */
function isOpening(written: string): boolean {
  const first = written[0];
  const last = written[written.length - 1];
  return (first === '{' || first === '[') && (last === '{' || last === '[' || last === ',' || last === ':');
}

/** An object at the very start of a line ends one that was cut off before; inside an array it is an element. */
function isNewDocument(text: string, open: Open): boolean {
  return text[0] === '{' && open.parts[0]?.trimStart()[0] === '{' && open.parts[0].trimEnd().length > 1;
}

/** How many more brackets the line opens than it closes, those in strings left out (a string never goes over a line's end). */
function depthOf(line: string): number {
  let depth = 0;
  let isInString = false;
  for (let index = 0; index < line.length; index += 1) {
    const code = line.charCodeAt(index);
    if (isInString) {
      if (code === 92) index += 1;
      else if (code === 34) isInString = false;
    } else if (code === 34) isInString = true;
    else if (code === 123 || code === 91) depth += 1;
    else if (code === 125 || code === 93) depth -= 1;
  }
  return depth;
}

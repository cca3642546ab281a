// What is used of better-sqlite3: the package's own types cannot be found through its exports.
declare module 'better-sqlite3' {
  namespace Database {
    interface Statement {
      readonly reader: boolean;
      run(parameters?: readonly unknown[]): { readonly changes: number };
      all(parameters?: readonly unknown[]): unknown[];
      get(parameters?: readonly unknown[]): unknown;
      iterate(parameters?: readonly unknown[]): IterableIterator<unknown>;
      columns(): { readonly name: string }[];
      safeIntegers(isOn: boolean): this;
      raw(isOn: boolean): this;
    }
    interface Options {
      readonly readonly?: boolean;
      readonly fileMustExist?: boolean;
      readonly timeout?: number;
    }
    interface Database {
      readonly inTransaction: boolean;
      readonly open: boolean;
      prepare(sql: string): Statement;
      exec(sql: string): this;
      pragma(text: string, options?: { readonly simple?: boolean }): unknown;
      close(): this;
    }
    interface SqliteError extends Error {
      readonly code: string;
    }
  }
  const Database: {
    new (path: string, options?: Database.Options): Database.Database;
    readonly SqliteError: new (message: string, code: string) => Database.SqliteError;
  };
  export default Database;
}

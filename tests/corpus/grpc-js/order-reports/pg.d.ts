// the part of @types/pg that is used here
declare module 'pg' {
  export interface QueryResult<R> {
    rows: R[];
    rowCount: number | null;
  }
  export class Pool {
    constructor(config?: { connectionString?: string; max?: number });
    query<R = any>(text: string, values?: unknown[]): Promise<QueryResult<R>>;
  }
}

// The workspace packages these programs share with the rest of their monorepo.
declare module '@acme/db' {
  export interface User {
    id: string
    email: string
    passwordHash: string
    role: 'member' | 'admin'
    orgId: string
  }
  export interface Post {
    id: string
    title: string
    body: string
    authorId: string
    published: boolean
  }
  export interface Job {
    id: string
    ownerId: string
    status: string
    callbackUrl: string
  }
  interface Table<Row> {
    findFirst(args: { where: Partial<Row> }): Promise<Row | null>
    findMany(args?: { where?: Partial<Row>; take?: number; skip?: number }): Promise<Row[]>
    count(args?: { where?: Partial<Row> }): Promise<number>
    create(args: { data: Partial<Row> }): Promise<Row>
    update(args: { where: Partial<Row>; data: Partial<Row> }): Promise<Row>
    delete(args: { where: Partial<Row> }): Promise<Row>
  }
  export interface Database {
    user: Table<User>
    post: Table<Post>
    job: Table<Job>
    $queryRaw<T>(query: TemplateStringsArray, ...values: unknown[]): Promise<T[]>
    $queryRawUnsafe<T>(query: string, ...values: unknown[]): Promise<T[]>
  }
  export const db: Database
}

declare module '@acme/auth' {
  export interface SessionUser {
    id: string
    email: string
    role: 'member' | 'admin'
    orgId: string
  }
  export interface Session {
    user: SessionUser
    expires: string
  }
  type HeaderBag = Headers | Record<string, string | string[] | undefined>
  /** Verifies the session token; null when there is none or it is no good. */
  export function getSession(headers: HeaderBag): Promise<Session | null>
  /** The same for a bare token; throws when it is no good. */
  export function verifySession(token: string): Promise<Session>
  export function comparePassword(password: string, hash: string): Promise<boolean>
  export function issueSession(userId: string): Promise<string>
}

import type { Observable } from 'rxjs'

export const AUTH_PACKAGE_NAME = 'auth'
export const AUTH_SERVICE_NAME = 'AuthService'

export interface ValidateRequest { token: string }
export interface ValidateResponse { status: number; userId: string }
export interface AuthServiceClient {
  validate(request: ValidateRequest): Observable<ValidateResponse>
}

import type { Request, UnaryInterceptor, UnaryResponse } from 'grpc-web';
import { GrpcWebClientBase } from 'grpc-web';
import { EchoServiceClient } from '../gen/EchoServiceClientPb';
import { session } from './session';

class Authenticated implements UnaryInterceptor<unknown, unknown> {
  intercept(request: Request<unknown, unknown>, invoker: (request: Request<unknown, unknown>) => Promise<UnaryResponse<unknown, unknown>>) {
    const metadata = request.getMetadata();
    metadata.Authorization = `Bearer ${session.token}`;
    return invoker(request);
  }
}

export const bounded = new EchoServiceClient('https://echo.example.com', null, { unaryInterceptors: [new Authenticated()], maxReceiveMessageSize: 1_048_576 }); // ✓

export const boundless = new EchoServiceClient('https://echo.example.com', null, {
  maxReceiveMessageSize: 0, // ✗ no-unlimited-message
});
export const base = new GrpcWebClientBase({ maxReceiveMessageSize: 0 }); // ✗ no-unlimited-message

// every header becomes part of the address
export const quick = new EchoServiceClient('https://echo.example.com', null, {
  unaryInterceptors: [new Authenticated()],
  suppressCorsPreflight: true, // ✗ no-credentials-in-clear
});
export const anonymous = new EchoServiceClient('https://echo.example.com', null, { suppressCorsPreflight: true }); // ✓

export const intercepted = new EchoServiceClient('http://echo.example.com', null, { unaryInterceptors: [new Authenticated()] }); // ✗ no-credentials-in-clear
export const cookies = new EchoServiceClient('http://echo.example.com', null, { withCredentials: true }); // ✗ no-credentials-in-clear
export const sealed = new EchoServiceClient('https://echo.example.com', null, { withCredentials: true }); // ✓

import { create } from '@bufbuild/protobuf';
import { createValidator } from '@bufbuild/protovalidate';
import { Code, ConnectError, createConnectRouter } from '@connectrpc/connect';
import { createValidateInterceptor } from '@connectrpc/validate';
import { ElizaService, SayRequestSchema, SayResponseSchema } from '../gen/eliza_pb';
import { authenticate } from '../interceptors/auth';

const validator = createValidator();

export const router = createConnectRouter({ readMaxBytes: 65_536, interceptors: [authenticate, createValidateInterceptor()] }).service(ElizaService, {
  say(request) {
    validator.validate(SayRequestSchema, request); // ✗ require-argument-validation
    return create(SayResponseSchema, { sentence: request.sentence });
  },
  async *introduce(request) {
    const result = validator.validate(SayRequestSchema, request); // ✓
    if (result.kind !== 'valid') throw new ConnectError('not a sentence', Code.InvalidArgument);
    yield { sentence: request.sentence };
  },
  transcript(request) {
    const _result = validator.validate(SayRequestSchema, create(SayRequestSchema, { sentence: request.name })); // ✗ require-argument-validation
    return { sentence: request.name };
  },
});

import { create } from '@bufbuild/protobuf';
import { createValidator, type Validator } from '@bufbuild/protovalidate';
import { Code, ConnectError } from '@connectrpc/connect';
import { type SayRequest, SayRequestSchema, SayResponseSchema } from '../gen/eliza_pb';

const validator = createValidator();
const refuse = (why: string) => new ConnectError(why, Code.InvalidArgument);

export function say(request: SayRequest) {
  const result = validator.validate(SayRequestSchema, request); // ✗ require-argument-validation
  if (result.kind === 'invalid') {
    throw refuse(result.violations.map((violation) => violation.message).join());
  }
  return create(SayResponseSchema, { sentence: request.sentence });
}

export class Sentences {
  readonly #validator: Validator = createValidator({ failFast: true });

  isGood(request: SayRequest): boolean {
    return this.#validator.validate(SayRequestSchema, request).kind !== 'invalid'; // ✗ require-argument-validation
  }

  isSurelyGood(request: SayRequest): boolean {
    return this.#validator.validate(SayRequestSchema, request).kind === 'valid'; // ✓
  }

  check(request: SayRequest): void {
    const result = this.#validator.validate(SayRequestSchema, request); // ✓ each answer has its own case
    switch (result.kind) {
      case 'invalid':
        throw refuse(result.violations.join());
      case 'error':
        throw result.error;
    }
  }

  checkAll(request: SayRequest): void {
    const result = this.#validator.validate(SayRequestSchema, request); // ✓ whatever it is but good
    switch (result.kind) {
      case 'valid':
        return;
      default:
        throw refuse('not a sentence');
    }
  }

  report(request: SayRequest, log: (text: string) => void): void {
    const result = this.#validator.validate(SayRequestSchema, request); // ✓ an error goes on like anything that is wrong
    if (result.kind === 'invalid') log('not a sentence');
    if (result.error) throw result.error;
  }

  hand(request: SayRequest, judge: (result: object) => boolean): boolean {
    const result = this.#validator.validate(SayRequestSchema, request); // ? unknown: somebody else looks at it
    return result.kind !== 'invalid' && judge(result);
  }
}

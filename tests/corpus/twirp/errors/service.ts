import { InternalServerError, InternalServerErrorWith, TwirpError, TwirpErrorCode, type TwirpContext } from 'twirp-ts';
import { execSync } from 'node:child_process';
import type { Hat, Size } from '../gen/haberdasher';
import type { HaberdasherTwirp } from '../gen/haberdasher.twirp';
import { store } from './store';

/** Tells its callers more than they need to know. */
export class HaberdasherService implements HaberdasherTwirp {
  async MakeHat(ctx: TwirpContext, request: Size): Promise<Hat> {
    const caller = String(ctx.req.headers['x-user-id']); // ✗ no-null-session by its declared type
    try {
      return await store.cut({ inches: request.inches, caller });
    } catch (error) {
      if (request.inches > 40) throw new InternalServerErrorWith(error as Error); // ✗ no-error-detail-leak
      if (request.inches > 30) throw new InternalServerError((error as Error).message); // ✗ no-error-detail-leak
      if (request.inches > 20) throw new TwirpError(TwirpErrorCode.Internal, 'no hat').withCause(error as Error, true); // ✗ no-error-detail-leak
      if (request.inches > 10) throw new TwirpError(TwirpErrorCode.Internal, 'no hat').withCause(error as Error); // ✓
      console.error(error);
      throw new TwirpError(TwirpErrorCode.Internal, 'no hat'); // ✓
    }
  }
}

export class LabelService implements HaberdasherTwirp {
  async MakeHat(_ctx: TwirpContext, request: Size): Promise<Hat> {
    return { inches: request.inches, color: execSync(`banner ${request.label}`).toString() }; // ✗ no-peer-data-in-sink by its declared type
  }
}

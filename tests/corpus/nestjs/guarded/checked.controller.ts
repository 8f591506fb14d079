import { Body, Controller, type PipeTransform, UseGuards, UsePipes, ValidationPipe } from '@nestjs/common'
import { Ctx, GrpcMethod, MessagePattern, Payload, type TcpContext } from '@nestjs/microservices'
import { TokenGuard } from '../hybrid/guards'
import { type BuildRequest, ExportRequest } from './requests'
import type { ExportRequest as Erased } from './requests'

class Months implements PipeTransform {
  transform(value: { month: string }) {
    if (!/^\d{4}-\d{2}$/.test(value.month)) throw new Error('no month')
    return value
  }
}

@Controller()
@UseGuards(TokenGuard)
@UsePipes(ValidationPipe)
export class CheckedController {
  @MessagePattern('checked.export')
  export(@Payload() request: ExportRequest) { return { month: request.month } } // ✓

  @MessagePattern('checked.build')
  build(@Payload() request: BuildRequest) { return { month: request.month } } // ✗ require-argument-validation by its declared type

  @MessagePattern('checked.import')
  import(@Payload() request: Erased, @Ctx() context: TcpContext) { return { month: request.month, of: context.getPattern() } } // ✗ require-argument-validation by its declared type

  @GrpcMethod('Checked', 'Any')
  any(request: any) { return { month: request.month } } // ✗ require-argument-validation by its declared type

  @MessagePattern('checked.tested')
  tested(@Payload() request: BuildRequest) { // ✓ it looks for itself
    if (!/^\d{4}-\d{2}$/.test(request.month)) throw new Error('no month')
    return { month: request.month }
  }

  @UsePipes(new Months())
  @MessagePattern('checked.months')
  months(@Payload() request: BuildRequest) { return { month: request.month } } // ✓ a pipe of its own looks

  @UsePipes(new ValidationPipe({ expectedType: ExportRequest }))
  @MessagePattern('checked.expected')
  expected(@Payload() request: BuildRequest) { return { month: request.month } } // ✓ the pipe is told the class

  /** Over HTTP. */
  shown(@Body() request: BuildRequest) { return request } // ✓
}

import { applyDecorators, Controller, UseGuards, UsePipes, ValidationPipe } from '@nestjs/common'
import { MessagePattern } from '@nestjs/microservices'
import { OpenGuard, TokenGuard } from '../hybrid/guards'

const Members = () => applyDecorators(UseGuards(TokenGuard))

@Controller()
@Members()
@UsePipes(new ValidationPipe())
export class ReportsController {
  @MessagePattern('reports.build') // ✓
  build(request: { month: string }) { // ✗ require-argument-validation by its declared type
    return { month: request.month }
  }
}

@Controller()
export class ExportsController {
  @UseGuards(OpenGuard) // ✗ no-ineffective-guard
  @MessagePattern('exports.start')
  start(request: { month: string }) {
    return { month: request.month }
  }
}

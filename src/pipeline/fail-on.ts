export {parseConditions} from '../select/gate/parse.ts'

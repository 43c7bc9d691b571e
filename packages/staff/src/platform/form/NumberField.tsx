import { InputNumber, type InputNumberProps } from 'antd';

/** A whole number, typed. Without steppers: they are useless here and named in English only. */
export function NumberField(props: InputNumberProps<number>) {
  return <InputNumber<number> precision={0} controls={false} style={{ width: '100%' }} {...props} />;
}

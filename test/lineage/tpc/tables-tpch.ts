import { words } from './words.ts';

/** The tables that each query of TPC-H reads. */
export const TPCH_TABLES: Readonly<Record<string, readonly string[]>> = {
  q1: words('lineitem'),
  q2: words('nation part partsupp region supplier'),
  q3: words('customer lineitem orders'),
  q4: words('lineitem orders'),
  q5: words('customer lineitem nation orders region supplier'),
  q6: words('lineitem'),
  q7: words('customer lineitem nation orders supplier'),
  q8: words('customer lineitem nation orders part region supplier'),
  q9: words('lineitem nation orders part partsupp supplier'),
  q10: words('customer lineitem nation orders'),
  q11: words('nation partsupp supplier'),
  q12: words('lineitem orders'),
  q13: words('customer orders'),
  q14: words('lineitem part'),
  q15: words('lineitem supplier'),
  q16: words('part partsupp supplier'),
  q17: words('lineitem part'),
  q18: words('customer lineitem orders'),
  q19: words('lineitem part'),
  q20: words('lineitem nation part partsupp supplier'),
  q21: words('lineitem nation orders supplier'),
  q22: words('customer orders'),
};

import { words } from './words.ts';

/** The tables of TPC-H and their columns, in the order of its specification. */
export const TPCH_SCHEMA: Readonly<Record<string, readonly string[]>> = {
  customer: words(`
    c_custkey c_name c_address c_nationkey c_phone c_acctbal c_mktsegment c_comment
  `),
  lineitem: words(`
    l_orderkey l_partkey l_suppkey l_linenumber l_quantity l_extendedprice l_discount l_tax l_returnflag
    l_linestatus l_shipdate l_commitdate l_receiptdate l_shipinstruct l_shipmode l_comment
  `),
  nation: words(`
    n_nationkey n_name n_regionkey n_comment
  `),
  orders: words(`
    o_orderkey o_custkey o_orderstatus o_totalprice o_orderdate o_orderpriority o_clerk o_shippriority
    o_comment
  `),
  part: words(`
    p_partkey p_name p_mfgr p_brand p_type p_size p_container p_retailprice p_comment
  `),
  partsupp: words(`
    ps_partkey ps_suppkey ps_availqty ps_supplycost ps_comment
  `),
  region: words(`
    r_regionkey r_name r_comment
  `),
  supplier: words(`
    s_suppkey s_name s_address s_nationkey s_phone s_acctbal s_comment
  `),
};

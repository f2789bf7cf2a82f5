/** A drawn fault-finding tree, as design.md has it; what any of the formats is read to. */
export interface Flowchart {
  readonly id: string;
  readonly title: string;
  readonly symptoms: readonly string[];
  readonly nodes: readonly FlowchartNode[];
  readonly edges: readonly FlowchartEdge[];
}

export interface FlowchartNode {
  readonly id: string;
  /** Left out where the format does not say: what nothing follows is a fix. */
  readonly kind?: 'question' | 'fix';
  readonly text: string;
}

export interface FlowchartEdge {
  readonly from: string;
  readonly to: string;
  /** Empty where the arrow has none. */
  readonly label: string;
}

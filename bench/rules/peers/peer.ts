/** One household of the reference set as another engine is told of it: what dibao and its edge need. */
export interface PeerHousehold {
  readonly members: readonly {
    readonly wageIncome: number;
    readonly pensionIncome: number;
    readonly isEmployed: boolean;
    readonly isTekun: boolean;
  }[];
  readonly property: number;
  readonly standard: number;
}

export interface PeerAnswer {
  readonly isDibao: boolean;
  readonly isEdge: boolean;
  /** Null where the engine cannot compute it. */
  readonly dibaoAmount: number | null;
}

export interface Peer {
  readonly name: string;
  /** What it was given of the rules. */
  readonly part: string;
  readonly determine: (household: PeerHousehold) => PeerAnswer | Promise<PeerAnswer>;
}

// What the database exposes, as `supabase gen types` reads it. Made by `npm run types`; CI fails when it drifts.

export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[];

export type Database = {
  public: {
    Tables: {
      active_tenants: {
        Row: {
          chosen_at: string;
          session_id: string;
          tenant_id: string;
          user_id: string;
        };
        ComputedFields: never;
        Insert: {
          chosen_at?: string;
          session_id: string;
          tenant_id: string;
          user_id: string;
        };
        Update: {
          chosen_at?: string;
          session_id?: string;
          tenant_id?: string;
          user_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'active_tenants_tenant_id_fkey';
            columns: ['tenant_id'];
            isOneToOne: false;
            referencedRelation: 'tenants';
            referencedColumns: ['id'];
          },
        ];
      };
      advisor_reports: {
        Row: {
          created_at: string;
          id: number;
          sections: NonNullable<Json>;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          id?: never;
          sections: NonNullable<Json>;
        };
        Update: {
          created_at?: string;
          id?: never;
          sections?: NonNullable<Json>;
        };
        Relationships: [];
      };
      agent_file_versions: {
        Row: {
          agent_key: string;
          author_id: string | null;
          body: string;
          created_at: string;
          file: string;
          tenant_id: string;
          version: number;
        };
        ComputedFields: never;
        Insert: {
          agent_key: string;
          author_id?: string | null;
          body: string;
          created_at?: string;
          file: string;
          tenant_id: string;
          version: number;
        };
        Update: {
          agent_key?: string;
          author_id?: string | null;
          body?: string;
          created_at?: string;
          file?: string;
          tenant_id?: string;
          version?: number;
        };
        Relationships: [
          {
            foreignKeyName: 'agent_file_versions_tenant_id_agent_key_fkey';
            columns: ['tenant_id', 'agent_key'];
            isOneToOne: false;
            referencedRelation: 'tenant_agents';
            referencedColumns: ['tenant_id', 'agent_key'];
          },
        ];
      };
      agent_mentions: {
        Row: {
          agent_key: string;
          created_at: string;
          event_id: number;
          read_at: string | null;
          run_id: string;
          tenant_id: string;
        };
        ComputedFields: never;
        Insert: {
          agent_key: string;
          created_at?: string;
          event_id: number;
          read_at?: string | null;
          run_id: string;
          tenant_id: string;
        };
        Update: {
          agent_key?: string;
          created_at?: string;
          event_id?: number;
          read_at?: string | null;
          run_id?: string;
          tenant_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'agent_mentions_run_id_fkey';
            columns: ['run_id'];
            isOneToOne: false;
            referencedRelation: 'chain_runs';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'agent_mentions_tenant_id_fkey';
            columns: ['tenant_id'];
            isOneToOne: false;
            referencedRelation: 'tenants';
            referencedColumns: ['id'];
          },
        ];
      };
      agent_tasks: {
        Row: {
          assigned_by: string | null;
          capability: string;
          category: string;
          claimed_at: string | null;
          duration_ms: number | null;
          estimated_ms: number | null;
          finished_at: string | null;
          offered_at: string;
          registered_agent_id: string | null;
          run_id: string;
          state: string;
          step_id: number;
          tenant_id: string;
        };
        ComputedFields: never;
        Insert: {
          assigned_by?: string | null;
          capability: string;
          category: string;
          claimed_at?: string | null;
          duration_ms?: number | null;
          estimated_ms?: number | null;
          finished_at?: string | null;
          offered_at?: string;
          registered_agent_id?: string | null;
          run_id: string;
          state?: string;
          step_id: number;
          tenant_id: string;
        };
        Update: {
          assigned_by?: string | null;
          capability?: string;
          category?: string;
          claimed_at?: string | null;
          duration_ms?: number | null;
          estimated_ms?: number | null;
          finished_at?: string | null;
          offered_at?: string;
          registered_agent_id?: string | null;
          run_id?: string;
          state?: string;
          step_id?: number;
          tenant_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'agent_tasks_registered_agent_id_fkey';
            columns: ['registered_agent_id'];
            isOneToOne: false;
            referencedRelation: 'registered_agents';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'agent_tasks_step_id_fkey';
            columns: ['step_id'];
            isOneToOne: true;
            referencedRelation: 'chain_steps';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'agent_tasks_tenant_id_fkey';
            columns: ['tenant_id'];
            isOneToOne: false;
            referencedRelation: 'tenants';
            referencedColumns: ['id'];
          },
        ];
      };
      agents: {
        Row: {
          colour: string;
          department: string;
          fallback_tiers: string[];
          id: string;
          initials: string;
          is_active: boolean;
          key: string;
          level: string;
          manual: string;
          min_plan: string;
          model_tier: string;
          name: string;
          skills: string[];
          soul: string;
          tenant_id: string | null;
        };
        ComputedFields: never;
        Insert: {
          colour?: string;
          department: string;
          fallback_tiers?: string[];
          id?: string;
          initials?: string;
          is_active?: boolean;
          key: string;
          level: string;
          manual?: string;
          min_plan: string;
          model_tier: string;
          name: string;
          skills?: string[];
          soul?: string;
          tenant_id?: string | null;
        };
        Update: {
          colour?: string;
          department?: string;
          fallback_tiers?: string[];
          id?: string;
          initials?: string;
          is_active?: boolean;
          key?: string;
          level?: string;
          manual?: string;
          min_plan?: string;
          model_tier?: string;
          name?: string;
          skills?: string[];
          soul?: string;
          tenant_id?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: 'agents_tenant_id_fkey';
            columns: ['tenant_id'];
            isOneToOne: false;
            referencedRelation: 'tenants';
            referencedColumns: ['id'];
          },
        ];
      };
      alerts: {
        Row: {
          code: string;
          created_at: string;
          detail: NonNullable<Json>;
          id: number;
          resolved_at: string | null;
          severity: string;
          tenant_id: string | null;
        };
        ComputedFields: never;
        Insert: {
          code: string;
          created_at?: string;
          detail?: NonNullable<Json>;
          id?: never;
          resolved_at?: string | null;
          severity: string;
          tenant_id?: string | null;
        };
        Update: {
          code?: string;
          created_at?: string;
          detail?: NonNullable<Json>;
          id?: never;
          resolved_at?: string | null;
          severity?: string;
          tenant_id?: string | null;
        };
        Relationships: [];
      };
      approvals: {
        Row: {
          assigned_role: string;
          assignee_id: string | null;
          content_hash: string;
          content_id: string | null;
          created_at: string;
          decided_at: string | null;
          decided_by: string | null;
          decided_channel: string | null;
          decided_client: string | null;
          decided_link_id: string | null;
          decided_version: number | null;
          decision_key: string | null;
          decision_reason: string | null;
          gate: string;
          goes_out_at: string | null;
          id: string;
          priority: string;
          run_id: string;
          score: number | null;
          skill_key: string | null;
          state: string;
          step_id: number;
          subject: Json | null;
          tenant_id: string;
          title: string;
          used_house_model: boolean;
          verdict: Json | null;
          version: number;
        };
        ComputedFields: never;
        Insert: {
          assigned_role: string;
          assignee_id?: string | null;
          content_hash: string;
          content_id?: string | null;
          created_at?: string;
          decided_at?: string | null;
          decided_by?: string | null;
          decided_channel?: string | null;
          decided_client?: string | null;
          decided_link_id?: string | null;
          decided_version?: number | null;
          decision_key?: string | null;
          decision_reason?: string | null;
          gate: string;
          goes_out_at?: string | null;
          id?: string;
          priority: string;
          run_id: string;
          score?: number | null;
          skill_key?: string | null;
          state?: string;
          step_id: number;
          subject?: Json | null;
          tenant_id: string;
          title: string;
          used_house_model?: boolean;
          verdict?: Json | null;
          version?: number;
        };
        Update: {
          assigned_role?: string;
          assignee_id?: string | null;
          content_hash?: string;
          content_id?: string | null;
          created_at?: string;
          decided_at?: string | null;
          decided_by?: string | null;
          decided_channel?: string | null;
          decided_client?: string | null;
          decided_link_id?: string | null;
          decided_version?: number | null;
          decision_key?: string | null;
          decision_reason?: string | null;
          gate?: string;
          goes_out_at?: string | null;
          id?: string;
          priority?: string;
          run_id?: string;
          score?: number | null;
          skill_key?: string | null;
          state?: string;
          step_id?: number;
          subject?: Json | null;
          tenant_id?: string;
          title?: string;
          used_house_model?: boolean;
          verdict?: Json | null;
          version?: number;
        };
        Relationships: [
          {
            foreignKeyName: 'approvals_content_id_fkey';
            columns: ['content_id'];
            isOneToOne: false;
            referencedRelation: 'contents';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'approvals_run_id_fkey';
            columns: ['run_id'];
            isOneToOne: false;
            referencedRelation: 'chain_runs';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'approvals_step_id_fkey';
            columns: ['step_id'];
            isOneToOne: false;
            referencedRelation: 'chain_steps';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'approvals_tenant_id_fkey';
            columns: ['tenant_id'];
            isOneToOne: false;
            referencedRelation: 'tenants';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'decided_link_is_known';
            columns: ['decided_link_id'];
            isOneToOne: false;
            referencedRelation: 'client_links';
            referencedColumns: ['id'];
          },
        ];
      };
      autonomy_rules: {
        Row: {
          ended_at: string | null;
          ended_why: string | null;
          given_at: string | null;
          given_by: string | null;
          is_on: boolean;
          offered_at: string | null;
          skill_key: string;
          takes_house_model: boolean;
          tenant_id: string;
          window_minutes: number;
        };
        ComputedFields: never;
        Insert: {
          ended_at?: string | null;
          ended_why?: string | null;
          given_at?: string | null;
          given_by?: string | null;
          is_on?: boolean;
          offered_at?: string | null;
          skill_key: string;
          takes_house_model?: boolean;
          tenant_id: string;
          window_minutes?: number;
        };
        Update: {
          ended_at?: string | null;
          ended_why?: string | null;
          given_at?: string | null;
          given_by?: string | null;
          is_on?: boolean;
          offered_at?: string | null;
          skill_key?: string;
          takes_house_model?: boolean;
          tenant_id?: string;
          window_minutes?: number;
        };
        Relationships: [
          {
            foreignKeyName: 'autonomy_rules_tenant_id_fkey';
            columns: ['tenant_id'];
            isOneToOne: false;
            referencedRelation: 'tenants';
            referencedColumns: ['id'];
          },
        ];
      };
      brand_dna: {
        Row: {
          dna: NonNullable<Json>;
          source: string;
          status: string;
          tenant_id: string;
          updated_at: string;
          updated_by: string | null;
          version: number;
        };
        ComputedFields: never;
        Insert: {
          dna: NonNullable<Json>;
          source: string;
          status: string;
          tenant_id: string;
          updated_at?: string;
          updated_by?: string | null;
          version: number;
        };
        Update: {
          dna?: NonNullable<Json>;
          source?: string;
          status?: string;
          tenant_id?: string;
          updated_at?: string;
          updated_by?: string | null;
          version?: number;
        };
        Relationships: [
          {
            foreignKeyName: 'brand_dna_tenant_id_fkey';
            columns: ['tenant_id'];
            isOneToOne: true;
            referencedRelation: 'tenants';
            referencedColumns: ['id'];
          },
        ];
      };
      brand_dna_versions: {
        Row: {
          author: string | null;
          created_at: string;
          dna: NonNullable<Json>;
          source: string;
          status: string;
          tenant_id: string;
          version: number;
        };
        ComputedFields: never;
        Insert: {
          author?: string | null;
          created_at?: string;
          dna: NonNullable<Json>;
          source: string;
          status: string;
          tenant_id: string;
          version: number;
        };
        Update: {
          author?: string | null;
          created_at?: string;
          dna?: NonNullable<Json>;
          source?: string;
          status?: string;
          tenant_id?: string;
          version?: number;
        };
        Relationships: [
          {
            foreignKeyName: 'brand_dna_versions_tenant_id_fkey';
            columns: ['tenant_id'];
            isOneToOne: false;
            referencedRelation: 'tenants';
            referencedColumns: ['id'];
          },
        ];
      };
      budgets: {
        Row: {
          day: string;
          reserved_micros: number;
          spent_micros: number;
          task_count: number;
          tenant_id: string;
        };
        ComputedFields: never;
        Insert: {
          day: string;
          reserved_micros?: number;
          spent_micros?: number;
          task_count?: number;
          tenant_id: string;
        };
        Update: {
          day?: string;
          reserved_micros?: number;
          spent_micros?: number;
          task_count?: number;
          tenant_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'budgets_tenant_id_fkey';
            columns: ['tenant_id'];
            isOneToOne: false;
            referencedRelation: 'tenants';
            referencedColumns: ['id'];
          },
        ];
      };
      campaigns: {
        Row: {
          currency: string;
          daily_budget_micros: number;
          external_id: string;
          figures: NonNullable<Json>;
          held_budget_micros: number | null;
          id: string;
          mandate_id: string | null;
          name: string;
          network: string;
          revenue_micros: number;
          roas: number | null;
          spend_micros: number;
          status: string;
          tenant_id: string;
          updated_at: string;
        };
        ComputedFields: never;
        Insert: {
          currency?: string;
          daily_budget_micros?: number;
          external_id: string;
          figures?: NonNullable<Json>;
          held_budget_micros?: number | null;
          id?: string;
          mandate_id?: string | null;
          name?: string;
          network: string;
          revenue_micros?: number;
          roas?: number | null;
          spend_micros?: number;
          status: string;
          tenant_id: string;
          updated_at?: string;
        };
        Update: {
          currency?: string;
          daily_budget_micros?: number;
          external_id?: string;
          figures?: NonNullable<Json>;
          held_budget_micros?: number | null;
          id?: string;
          mandate_id?: string | null;
          name?: string;
          network?: string;
          revenue_micros?: number;
          roas?: number | null;
          spend_micros?: number;
          status?: string;
          tenant_id?: string;
          updated_at?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'campaign_mandate_is_known';
            columns: ['mandate_id'];
            isOneToOne: false;
            referencedRelation: 'mandates';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'campaigns_tenant_id_fkey';
            columns: ['tenant_id'];
            isOneToOne: false;
            referencedRelation: 'tenants';
            referencedColumns: ['id'];
          },
        ];
      };
      chain_runs: {
        Row: {
          about_id: string | null;
          chain: NonNullable<Json>;
          chain_key: string;
          client_key: string | null;
          cost_micros: number;
          created_at: string;
          cron_key: string | null;
          due_at: string | null;
          error_code: string | null;
          error_detail: Json | null;
          finished_at: string | null;
          id: string;
          input: NonNullable<Json>;
          is_demo: boolean;
          language: string;
          parent_step_id: number | null;
          plan_key: string | null;
          priority: string;
          requested_by: string | null;
          started_at: string | null;
          state: string;
          tenant_id: string;
          title: string;
          trace_id: string;
          trigger: string;
        };
        ComputedFields: never;
        Insert: {
          about_id?: string | null;
          chain: NonNullable<Json>;
          chain_key: string;
          client_key?: string | null;
          cost_micros?: number;
          created_at?: string;
          cron_key?: string | null;
          due_at?: string | null;
          error_code?: string | null;
          error_detail?: Json | null;
          finished_at?: string | null;
          id?: string;
          input?: NonNullable<Json>;
          is_demo?: boolean;
          language?: string;
          parent_step_id?: number | null;
          plan_key?: string | null;
          priority?: string;
          requested_by?: string | null;
          started_at?: string | null;
          state?: string;
          tenant_id: string;
          title: string;
          trace_id?: string;
          trigger?: string;
        };
        Update: {
          about_id?: string | null;
          chain?: NonNullable<Json>;
          chain_key?: string;
          client_key?: string | null;
          cost_micros?: number;
          created_at?: string;
          cron_key?: string | null;
          due_at?: string | null;
          error_code?: string | null;
          error_detail?: Json | null;
          finished_at?: string | null;
          id?: string;
          input?: NonNullable<Json>;
          is_demo?: boolean;
          language?: string;
          parent_step_id?: number | null;
          plan_key?: string | null;
          priority?: string;
          requested_by?: string | null;
          started_at?: string | null;
          state?: string;
          tenant_id?: string;
          title?: string;
          trace_id?: string;
          trigger?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'chain_runs_tenant_id_fkey';
            columns: ['tenant_id'];
            isOneToOne: false;
            referencedRelation: 'tenants';
            referencedColumns: ['id'];
          },
        ];
      };
      chain_steps: {
        Row: {
          agent_key: string;
          attempt: number;
          capability: string | null;
          claim_token: string | null;
          cost_micros: number;
          due_at: string | null;
          duration_ms: number | null;
          error_code: string | null;
          error_detail: Json | null;
          finished_at: string | null;
          gate: string | null;
          id: number;
          input: Json | null;
          item: number;
          keep: string | null;
          key: string;
          lane: string | null;
          lease_until: string | null;
          model: string | null;
          model_tier: string | null;
          needs: string[];
          opens_by_rule: boolean;
          opens_when: unknown;
          output: Json | null;
          place: number;
          position: number;
          priority: string;
          provider: string | null;
          refutations: number;
          rejections: number;
          reserved_micros: number;
          reserved_on: string | null;
          review_by: string | null;
          round: number;
          run_id: string;
          runner: string;
          score: number | null;
          skill_key: string;
          started_at: string | null;
          state: string;
          tenant_id: string;
          verdict: string | null;
          worker: string | null;
        };
        ComputedFields: never;
        Insert: {
          agent_key: string;
          attempt?: number;
          capability?: string | null;
          claim_token?: string | null;
          cost_micros?: number;
          due_at?: string | null;
          duration_ms?: number | null;
          error_code?: string | null;
          error_detail?: Json | null;
          finished_at?: string | null;
          gate?: string | null;
          id?: never;
          input?: Json | null;
          item?: number;
          keep?: string | null;
          key: string;
          lane?: string | null;
          lease_until?: string | null;
          model?: string | null;
          model_tier?: string | null;
          needs?: string[];
          opens_by_rule?: boolean;
          opens_when?: unknown;
          output?: Json | null;
          place?: number;
          position: number;
          priority: string;
          provider?: string | null;
          refutations?: number;
          rejections?: number;
          reserved_micros?: number;
          reserved_on?: string | null;
          review_by?: string | null;
          round?: number;
          run_id: string;
          runner?: string;
          score?: number | null;
          skill_key: string;
          started_at?: string | null;
          state?: string;
          tenant_id: string;
          verdict?: string | null;
          worker?: string | null;
        };
        Update: {
          agent_key?: string;
          attempt?: number;
          capability?: string | null;
          claim_token?: string | null;
          cost_micros?: number;
          due_at?: string | null;
          duration_ms?: number | null;
          error_code?: string | null;
          error_detail?: Json | null;
          finished_at?: string | null;
          gate?: string | null;
          id?: never;
          input?: Json | null;
          item?: number;
          keep?: string | null;
          key?: string;
          lane?: string | null;
          lease_until?: string | null;
          model?: string | null;
          model_tier?: string | null;
          needs?: string[];
          opens_by_rule?: boolean;
          opens_when?: unknown;
          output?: Json | null;
          place?: number;
          position?: number;
          priority?: string;
          provider?: string | null;
          refutations?: number;
          rejections?: number;
          reserved_micros?: number;
          reserved_on?: string | null;
          review_by?: string | null;
          round?: number;
          run_id?: string;
          runner?: string;
          score?: number | null;
          skill_key?: string;
          started_at?: string | null;
          state?: string;
          tenant_id?: string;
          verdict?: string | null;
          worker?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: 'chain_steps_run_id_fkey';
            columns: ['run_id'];
            isOneToOne: false;
            referencedRelation: 'chain_runs';
            referencedColumns: ['id'];
          },
        ];
      };
      chains: {
        Row: {
          costs_task: boolean;
          human_approval: string;
          id: string;
          input_schema: Json | null;
          is_active: boolean;
          key: string;
          name: string;
          priority: string;
          steps: NonNullable<Json>;
          tenant_id: string | null;
          trigger: string;
        };
        ComputedFields: never;
        Insert: {
          costs_task?: boolean;
          human_approval?: string;
          id?: string;
          input_schema?: Json | null;
          is_active?: boolean;
          key: string;
          name: string;
          priority: string;
          steps: NonNullable<Json>;
          tenant_id?: string | null;
          trigger?: string;
        };
        Update: {
          costs_task?: boolean;
          human_approval?: string;
          id?: string;
          input_schema?: Json | null;
          is_active?: boolean;
          key?: string;
          name?: string;
          priority?: string;
          steps?: NonNullable<Json>;
          tenant_id?: string | null;
          trigger?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'chains_tenant_id_fkey';
            columns: ['tenant_id'];
            isOneToOne: false;
            referencedRelation: 'tenants';
            referencedColumns: ['id'];
          },
        ];
      };
      channel_links: {
        Row: {
          address: string;
          channel: string;
          id: string;
          last_inbound_at: string | null;
          linked_at: string;
          name: string;
          tenant_id: string | null;
          user_id: string;
        };
        ComputedFields: never;
        Insert: {
          address: string;
          channel: string;
          id?: string;
          last_inbound_at?: string | null;
          linked_at?: string;
          name?: string;
          tenant_id?: string | null;
          user_id: string;
        };
        Update: {
          address?: string;
          channel?: string;
          id?: string;
          last_inbound_at?: string | null;
          linked_at?: string;
          name?: string;
          tenant_id?: string | null;
          user_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'channel_links_tenant_id_fkey';
            columns: ['tenant_id'];
            isOneToOne: false;
            referencedRelation: 'tenants';
            referencedColumns: ['id'];
          },
        ];
      };
      client_links: {
        Row: {
          decided_count: number;
          expires_at: string;
          hour_from: string;
          hour_tries: number;
          id: string;
          language: string;
          last_used_at: string | null;
          made_at: string;
          made_by: string | null;
          may_edit: boolean;
          name: string;
          revoked_at: string | null;
          run_id: string | null;
          tenant_id: string;
          token_hash: string;
        };
        ComputedFields: never;
        Insert: {
          decided_count?: number;
          expires_at: string;
          hour_from?: string;
          hour_tries?: number;
          id?: string;
          language: string;
          last_used_at?: string | null;
          made_at?: string;
          made_by?: string | null;
          may_edit?: boolean;
          name: string;
          revoked_at?: string | null;
          run_id?: string | null;
          tenant_id: string;
          token_hash: string;
        };
        Update: {
          decided_count?: number;
          expires_at?: string;
          hour_from?: string;
          hour_tries?: number;
          id?: string;
          language?: string;
          last_used_at?: string | null;
          made_at?: string;
          made_by?: string | null;
          may_edit?: boolean;
          name?: string;
          revoked_at?: string | null;
          run_id?: string | null;
          tenant_id?: string;
          token_hash?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'client_links_run_id_fkey';
            columns: ['run_id'];
            isOneToOne: false;
            referencedRelation: 'chain_runs';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'client_links_tenant_id_fkey';
            columns: ['tenant_id'];
            isOneToOne: false;
            referencedRelation: 'tenants';
            referencedColumns: ['id'];
          },
        ];
      };
      competitor_changes: {
        Row: {
          after: string;
          before: string;
          id: number;
          kind: string;
          name: string;
          page: NonNullable<Json>;
          seen_at: string;
          tenant_id: string;
          url: string;
        };
        ComputedFields: never;
        Insert: {
          after?: string;
          before?: string;
          id?: never;
          kind: string;
          name?: string;
          page?: NonNullable<Json>;
          seen_at?: string;
          tenant_id: string;
          url: string;
        };
        Update: {
          after?: string;
          before?: string;
          id?: never;
          kind?: string;
          name?: string;
          page?: NonNullable<Json>;
          seen_at?: string;
          tenant_id?: string;
          url?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'competitor_changes_tenant_id_fkey';
            columns: ['tenant_id'];
            isOneToOne: false;
            referencedRelation: 'tenants';
            referencedColumns: ['id'];
          },
        ];
      };
      consents: {
        Row: {
          given_at: string;
          id: string;
          purpose: string;
          text_version: number;
          user_id: string;
          withdrawn_at: string | null;
        };
        ComputedFields: never;
        Insert: {
          given_at?: string;
          id?: string;
          purpose: string;
          text_version: number;
          user_id: string;
          withdrawn_at?: string | null;
        };
        Update: {
          given_at?: string;
          id?: string;
          purpose?: string;
          text_version?: number;
          user_id?: string;
          withdrawn_at?: string | null;
        };
        Relationships: [];
      };
      content_versions: {
        Row: {
          author: string;
          author_kind: string;
          content_hash: string;
          content_id: string;
          created_at: string;
          snapshot: NonNullable<Json>;
          tenant_id: string;
          version: number;
        };
        ComputedFields: never;
        Insert: {
          author: string;
          author_kind: string;
          content_hash: string;
          content_id: string;
          created_at?: string;
          snapshot: NonNullable<Json>;
          tenant_id: string;
          version: number;
        };
        Update: {
          author?: string;
          author_kind?: string;
          content_hash?: string;
          content_id?: string;
          created_at?: string;
          snapshot?: NonNullable<Json>;
          tenant_id?: string;
          version?: number;
        };
        Relationships: [
          {
            foreignKeyName: 'content_versions_content_id_fkey';
            columns: ['content_id'];
            isOneToOne: false;
            referencedRelation: 'contents';
            referencedColumns: ['id'];
          },
        ];
      };
      contents: {
        Row: {
          author: string;
          author_kind: string;
          body: string;
          call_to_action: string;
          content_hash: string;
          created_at: string;
          hashtags: string[];
          headline: string;
          id: string;
          is_demo: boolean;
          kind: string;
          language: string;
          media: Json | null;
          platform: string;
          published_at: string | null;
          run_id: string | null;
          scheduled_at: string | null;
          status: string;
          tenant_id: string;
          updated_at: string;
          version: number;
        };
        ComputedFields: never;
        Insert: {
          author?: string;
          author_kind?: string;
          body: string;
          call_to_action?: string;
          content_hash?: string;
          created_at?: string;
          hashtags?: string[];
          headline?: string;
          id?: string;
          is_demo?: boolean;
          kind?: string;
          language: string;
          media?: Json | null;
          platform: string;
          published_at?: string | null;
          run_id?: string | null;
          scheduled_at?: string | null;
          status?: string;
          tenant_id: string;
          updated_at?: string;
          version?: number;
        };
        Update: {
          author?: string;
          author_kind?: string;
          body?: string;
          call_to_action?: string;
          content_hash?: string;
          created_at?: string;
          hashtags?: string[];
          headline?: string;
          id?: string;
          is_demo?: boolean;
          kind?: string;
          language?: string;
          media?: Json | null;
          platform?: string;
          published_at?: string | null;
          run_id?: string | null;
          scheduled_at?: string | null;
          status?: string;
          tenant_id?: string;
          updated_at?: string;
          version?: number;
        };
        Relationships: [
          {
            foreignKeyName: 'contents_tenant_id_fkey';
            columns: ['tenant_id'];
            isOneToOne: false;
            referencedRelation: 'tenants';
            referencedColumns: ['id'];
          },
        ];
      };
      cron_dues: {
        Row: {
          job_key: string;
          last_due_at: string | null;
          last_run_id: string | null;
          last_started_at: string | null;
          next_due_at: string;
          tenant_id: string | null;
        };
        ComputedFields: never;
        Insert: {
          job_key: string;
          last_due_at?: string | null;
          last_run_id?: string | null;
          last_started_at?: string | null;
          next_due_at: string;
          tenant_id?: string | null;
        };
        Update: {
          job_key?: string;
          last_due_at?: string | null;
          last_run_id?: string | null;
          last_started_at?: string | null;
          next_due_at?: string;
          tenant_id?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: 'cron_dues_job_key_fkey';
            columns: ['job_key'];
            isOneToOne: false;
            referencedRelation: 'cron_jobs';
            referencedColumns: ['key'];
          },
          {
            foreignKeyName: 'cron_dues_tenant_id_fkey';
            columns: ['tenant_id'];
            isOneToOne: false;
            referencedRelation: 'tenants';
            referencedColumns: ['id'];
          },
        ];
      };
      cron_jobs: {
        Row: {
          action: string | null;
          chain_key: string | null;
          every: string | null;
          is_on: boolean;
          key: string;
          local_time: string | null;
          scope: string;
          spread: string;
        };
        ComputedFields: never;
        Insert: {
          action?: string | null;
          chain_key?: string | null;
          every?: string | null;
          is_on?: boolean;
          key: string;
          local_time?: string | null;
          scope?: string;
          spread?: string;
        };
        Update: {
          action?: string | null;
          chain_key?: string | null;
          every?: string | null;
          is_on?: boolean;
          key?: string;
          local_time?: string | null;
          scope?: string;
          spread?: string;
        };
        Relationships: [];
      };
      decision_tokens: {
        Row: {
          approval_id: string;
          channel: string;
          content_hash: string;
          created_at: string;
          token_hash: string;
          used_at: string | null;
          user_id: string;
          version: number;
        };
        ComputedFields: never;
        Insert: {
          approval_id: string;
          channel: string;
          content_hash: string;
          created_at?: string;
          token_hash: string;
          used_at?: string | null;
          user_id: string;
          version: number;
        };
        Update: {
          approval_id?: string;
          channel?: string;
          content_hash?: string;
          created_at?: string;
          token_hash?: string;
          used_at?: string | null;
          user_id?: string;
          version?: number;
        };
        Relationships: [
          {
            foreignKeyName: 'decision_tokens_approval_id_fkey';
            columns: ['approval_id'];
            isOneToOne: false;
            referencedRelation: 'approval_feed';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'decision_tokens_approval_id_fkey';
            columns: ['approval_id'];
            isOneToOne: false;
            referencedRelation: 'approvals';
            referencedColumns: ['id'];
          },
        ];
      };
      deliveries: {
        Row: {
          address: string | null;
          approval_id: string | null;
          attempt: number;
          channel: string;
          claim_token: string | null;
          created_at: string;
          data: NonNullable<Json>;
          due_at: string;
          error_code: string | null;
          external_id: string | null;
          id: number;
          is_trial: boolean;
          kind: string;
          lease_until: string | null;
          notification_id: number | null;
          settled_at: string | null;
          state: string;
          target_id: string | null;
          tenant_id: string | null;
          topic: string;
          user_id: string | null;
        };
        ComputedFields: never;
        Insert: {
          address?: string | null;
          approval_id?: string | null;
          attempt?: number;
          channel: string;
          claim_token?: string | null;
          created_at?: string;
          data?: NonNullable<Json>;
          due_at?: string;
          error_code?: string | null;
          external_id?: string | null;
          id?: never;
          is_trial?: boolean;
          kind: string;
          lease_until?: string | null;
          notification_id?: number | null;
          settled_at?: string | null;
          state?: string;
          target_id?: string | null;
          tenant_id?: string | null;
          topic: string;
          user_id?: string | null;
        };
        Update: {
          address?: string | null;
          approval_id?: string | null;
          attempt?: number;
          channel?: string;
          claim_token?: string | null;
          created_at?: string;
          data?: NonNullable<Json>;
          due_at?: string;
          error_code?: string | null;
          external_id?: string | null;
          id?: never;
          is_trial?: boolean;
          kind?: string;
          lease_until?: string | null;
          notification_id?: number | null;
          settled_at?: string | null;
          state?: string;
          target_id?: string | null;
          tenant_id?: string | null;
          topic?: string;
          user_id?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: 'deliveries_approval_id_fkey';
            columns: ['approval_id'];
            isOneToOne: false;
            referencedRelation: 'approval_feed';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'deliveries_approval_id_fkey';
            columns: ['approval_id'];
            isOneToOne: false;
            referencedRelation: 'approvals';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'deliveries_notification_id_fkey';
            columns: ['notification_id'];
            isOneToOne: false;
            referencedRelation: 'notifications';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'deliveries_tenant_id_fkey';
            columns: ['tenant_id'];
            isOneToOne: false;
            referencedRelation: 'tenants';
            referencedColumns: ['id'];
          },
        ];
      };
      effects: {
        Row: {
          created_at: string;
          data: NonNullable<Json>;
          key: string;
          kind: string;
          settled_at: string | null;
          state: string;
          step_id: number | null;
          taken_at: string | null;
          tenant_id: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          data?: NonNullable<Json>;
          key: string;
          kind: string;
          settled_at?: string | null;
          state?: string;
          step_id?: number | null;
          taken_at?: string | null;
          tenant_id: string;
        };
        Update: {
          created_at?: string;
          data?: NonNullable<Json>;
          key?: string;
          kind?: string;
          settled_at?: string | null;
          state?: string;
          step_id?: number | null;
          taken_at?: string | null;
          tenant_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'effects_step_id_fkey';
            columns: ['step_id'];
            isOneToOne: false;
            referencedRelation: 'chain_steps';
            referencedColumns: ['id'];
          },
        ];
      };
      event_seals: {
        Row: {
          archived: number;
          count: number;
          epoch: number;
          first_at: string;
          from_id: number;
          from_txid: unknown;
          hash: string;
          last_at: string;
          number: number;
          previous_hash: string;
          sealed_at: string;
          tenant_id: string;
          to_id: number;
          to_txid: unknown;
          total: number;
        };
        ComputedFields: never;
        Insert: {
          archived?: number;
          count: number;
          epoch: number;
          first_at: string;
          from_id: number;
          from_txid: unknown;
          hash: string;
          last_at: string;
          number: number;
          previous_hash: string;
          sealed_at?: string;
          tenant_id: string;
          to_id: number;
          to_txid: unknown;
          total: number;
        };
        Update: {
          archived?: number;
          count?: number;
          epoch?: number;
          first_at?: string;
          from_id?: number;
          from_txid?: unknown;
          hash?: string;
          last_at?: string;
          number?: number;
          previous_hash?: string;
          sealed_at?: string;
          tenant_id?: string;
          to_id?: number;
          to_txid?: unknown;
          total?: number;
        };
        Relationships: [];
      };
      events: {
        Row: {
          actor: string;
          actor_kind: string;
          created_at: string;
          data: NonNullable<Json>;
          id: number;
          kind: string;
          personal: string | null;
          personal_of: string | null;
          run_id: string | null;
          step_id: number | null;
          tenant_id: string | null;
          trace_id: string | null;
          txid: unknown;
        };
        ComputedFields: never;
        Insert: {
          actor: string;
          actor_kind: string;
          created_at?: string;
          data?: NonNullable<Json>;
          id?: never;
          kind: string;
          personal?: string | null;
          personal_of?: string | null;
          run_id?: string | null;
          step_id?: number | null;
          tenant_id?: string | null;
          trace_id?: string | null;
          txid?: unknown;
        };
        Update: {
          actor?: string;
          actor_kind?: string;
          created_at?: string;
          data?: NonNullable<Json>;
          id?: never;
          kind?: string;
          personal?: string | null;
          personal_of?: string | null;
          run_id?: string | null;
          step_id?: number | null;
          tenant_id?: string | null;
          trace_id?: string | null;
          txid?: unknown;
        };
        Relationships: [];
      };
      feast_days: {
        Row: {
          card: NonNullable<Json>;
          country: string;
          day: string;
          language: string;
          name: string;
        };
        ComputedFields: never;
        Insert: {
          card: NonNullable<Json>;
          country: string;
          day: string;
          language: string;
          name: string;
        };
        Update: {
          card?: NonNullable<Json>;
          country?: string;
          day?: string;
          language?: string;
          name?: string;
        };
        Relationships: [];
      };
      health_scores: {
        Row: {
          act: string;
          band: string;
          day: string;
          health: number;
          reasons: NonNullable<Json>;
          tenant_id: string;
        };
        ComputedFields: never;
        Insert: {
          act?: string;
          band: string;
          day: string;
          health: number;
          reasons?: NonNullable<Json>;
          tenant_id: string;
        };
        Update: {
          act?: string;
          band?: string;
          day?: string;
          health?: number;
          reasons?: NonNullable<Json>;
          tenant_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'health_scores_tenant_id_fkey';
            columns: ['tenant_id'];
            isOneToOne: false;
            referencedRelation: 'tenants';
            referencedColumns: ['id'];
          },
        ];
      };
      hot_cache: {
        Row: {
          expires_at: string;
          key: string;
          tenant_id: string;
          value: NonNullable<Json>;
        };
        ComputedFields: never;
        Insert: {
          expires_at: string;
          key: string;
          tenant_id: string;
          value: NonNullable<Json>;
        };
        Update: {
          expires_at?: string;
          key?: string;
          tenant_id?: string;
          value?: NonNullable<Json>;
        };
        Relationships: [];
      };
      inbound_messages: {
        Row: {
          address: string;
          attempt: number;
          button: string;
          channel: string;
          due_at: string | null;
          external_id: string;
          height: number | null;
          is_forwarded: boolean;
          kind: string;
          link_id: string | null;
          media: Json | null;
          mime: string | null;
          name: string;
          outcome: string | null;
          path: string | null;
          place: number;
          quoted_id: string | null;
          received_at: string;
          reserved_micros: number;
          reserved_on: string | null;
          sent_at: string;
          state: string;
          tenant_id: string | null;
          text: string;
          transcript: string | null;
          user_id: string | null;
          width: number | null;
        };
        ComputedFields: never;
        Insert: {
          address: string;
          attempt?: number;
          button?: string;
          channel: string;
          due_at?: string | null;
          external_id: string;
          height?: number | null;
          is_forwarded?: boolean;
          kind: string;
          link_id?: string | null;
          media?: Json | null;
          mime?: string | null;
          name?: string;
          outcome?: string | null;
          path?: string | null;
          place?: never;
          quoted_id?: string | null;
          received_at?: string;
          reserved_micros?: number;
          reserved_on?: string | null;
          sent_at: string;
          state?: string;
          tenant_id?: string | null;
          text?: string;
          transcript?: string | null;
          user_id?: string | null;
          width?: number | null;
        };
        Update: {
          address?: string;
          attempt?: number;
          button?: string;
          channel?: string;
          due_at?: string | null;
          external_id?: string;
          height?: number | null;
          is_forwarded?: boolean;
          kind?: string;
          link_id?: string | null;
          media?: Json | null;
          mime?: string | null;
          name?: string;
          outcome?: string | null;
          path?: string | null;
          place?: never;
          quoted_id?: string | null;
          received_at?: string;
          reserved_micros?: number;
          reserved_on?: string | null;
          sent_at?: string;
          state?: string;
          tenant_id?: string | null;
          text?: string;
          transcript?: string | null;
          user_id?: string | null;
          width?: number | null;
        };
        Relationships: [
          {
            foreignKeyName: 'inbound_messages_link_id_fkey';
            columns: ['link_id'];
            isOneToOne: false;
            referencedRelation: 'channel_links';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'inbound_messages_tenant_id_fkey';
            columns: ['tenant_id'];
            isOneToOne: false;
            referencedRelation: 'tenants';
            referencedColumns: ['id'];
          },
        ];
      };
      insights: {
        Row: {
          actions: NonNullable<Json>;
          applied_action: string | null;
          applied_by: string | null;
          chain_input: Json | null;
          chain_key: string | null;
          client_key: string | null;
          code: string;
          created_at: string;
          decided_at: string | null;
          detector: string;
          id: string;
          params: NonNullable<Json>;
          run_id: string | null;
          state: string;
          subject: string;
          tenant_id: string;
          updated_at: string;
        };
        ComputedFields: never;
        Insert: {
          actions?: NonNullable<Json>;
          applied_action?: string | null;
          applied_by?: string | null;
          chain_input?: Json | null;
          chain_key?: string | null;
          client_key?: string | null;
          code: string;
          created_at?: string;
          decided_at?: string | null;
          detector: string;
          id?: string;
          params?: NonNullable<Json>;
          run_id?: string | null;
          state?: string;
          subject: string;
          tenant_id: string;
          updated_at?: string;
        };
        Update: {
          actions?: NonNullable<Json>;
          applied_action?: string | null;
          applied_by?: string | null;
          chain_input?: Json | null;
          chain_key?: string | null;
          client_key?: string | null;
          code?: string;
          created_at?: string;
          decided_at?: string | null;
          detector?: string;
          id?: string;
          params?: NonNullable<Json>;
          run_id?: string | null;
          state?: string;
          subject?: string;
          tenant_id?: string;
          updated_at?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'insights_tenant_id_fkey';
            columns: ['tenant_id'];
            isOneToOne: false;
            referencedRelation: 'tenants';
            referencedColumns: ['id'];
          },
        ];
      };
      integrations: {
        Row: {
          account: string;
          created_at: string;
          expires_at: string | null;
          id: string;
          name: string;
          tenant_id: string | null;
          updated_at: string;
        };
        ComputedFields: never;
        Insert: {
          account: string;
          created_at?: string;
          expires_at?: string | null;
          id?: string;
          name?: string;
          tenant_id?: string | null;
          updated_at?: string;
        };
        Update: {
          account?: string;
          created_at?: string;
          expires_at?: string | null;
          id?: string;
          name?: string;
          tenant_id?: string | null;
          updated_at?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'integrations_tenant_id_fkey';
            columns: ['tenant_id'];
            isOneToOne: false;
            referencedRelation: 'tenants';
            referencedColumns: ['id'];
          },
        ];
      };
      interactions: {
        Row: {
          author_name: string;
          author_ref: string;
          body: string;
          content_id: string | null;
          created_at: string;
          external_id: string;
          id: string;
          intents: string[];
          is_demo: boolean;
          kind: string;
          language: string | null;
          platform: string;
          rating: number | null;
          received_at: string;
          replied_at: string | null;
          reply: string | null;
          run_id: string | null;
          sentiment: string | null;
          sentiment_score: number | null;
          state: string;
          tenant_id: string;
        };
        ComputedFields: never;
        Insert: {
          author_name?: string;
          author_ref?: string;
          body?: string;
          content_id?: string | null;
          created_at?: string;
          external_id: string;
          id?: string;
          intents?: string[];
          is_demo?: boolean;
          kind: string;
          language?: string | null;
          platform: string;
          rating?: number | null;
          received_at: string;
          replied_at?: string | null;
          reply?: string | null;
          run_id?: string | null;
          sentiment?: string | null;
          sentiment_score?: number | null;
          state?: string;
          tenant_id: string;
        };
        Update: {
          author_name?: string;
          author_ref?: string;
          body?: string;
          content_id?: string | null;
          created_at?: string;
          external_id?: string;
          id?: string;
          intents?: string[];
          is_demo?: boolean;
          kind?: string;
          language?: string | null;
          platform?: string;
          rating?: number | null;
          received_at?: string;
          replied_at?: string | null;
          reply?: string | null;
          run_id?: string | null;
          sentiment?: string | null;
          sentiment_score?: number | null;
          state?: string;
          tenant_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'interactions_content_id_fkey';
            columns: ['content_id'];
            isOneToOne: false;
            referencedRelation: 'contents';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'interactions_tenant_id_fkey';
            columns: ['tenant_id'];
            isOneToOne: false;
            referencedRelation: 'tenants';
            referencedColumns: ['id'];
          },
        ];
      };
      invitations: {
        Row: {
          email: string;
          expires_at: string;
          id: string;
          language: string;
          made_at: string;
          made_by: string | null;
          role: string;
          tenant_id: string;
        };
        ComputedFields: never;
        Insert: {
          email: string;
          expires_at: string;
          id?: string;
          language: string;
          made_at?: string;
          made_by?: string | null;
          role: string;
          tenant_id: string;
        };
        Update: {
          email?: string;
          expires_at?: string;
          id?: string;
          language?: string;
          made_at?: string;
          made_by?: string | null;
          role?: string;
          tenant_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'invitations_tenant_id_fkey';
            columns: ['tenant_id'];
            isOneToOne: false;
            referencedRelation: 'tenants';
            referencedColumns: ['id'];
          },
        ];
      };
      landing_pages: {
        Row: {
          blocks: NonNullable<Json>;
          created_at: string;
          html: string;
          id: string;
          language: string;
          published_at: string | null;
          run_id: string | null;
          slug: string;
          status: string;
          template: string;
          tenant_id: string;
          title: string;
        };
        ComputedFields: never;
        Insert: {
          blocks?: NonNullable<Json>;
          created_at?: string;
          html?: string;
          id?: string;
          language: string;
          published_at?: string | null;
          run_id?: string | null;
          slug: string;
          status?: string;
          template?: string;
          tenant_id: string;
          title?: string;
        };
        Update: {
          blocks?: NonNullable<Json>;
          created_at?: string;
          html?: string;
          id?: string;
          language?: string;
          published_at?: string | null;
          run_id?: string | null;
          slug?: string;
          status?: string;
          template?: string;
          tenant_id?: string;
          title?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'landing_pages_tenant_id_fkey';
            columns: ['tenant_id'];
            isOneToOne: false;
            referencedRelation: 'tenants';
            referencedColumns: ['id'];
          },
        ];
      };
      leads: {
        Row: {
          author_ref: string | null;
          client_key: string;
          created_at: string;
          email: string | null;
          follow_up_at: string | null;
          follow_ups: NonNullable<Json>;
          id: string;
          is_demo: boolean;
          last_contact_at: string | null;
          last_reply_at: string | null;
          match: number | null;
          message: string;
          name: string;
          phone: string | null;
          source: string;
          status: string;
          tenant_id: string;
        };
        ComputedFields: never;
        Insert: {
          author_ref?: string | null;
          client_key?: string;
          created_at?: string;
          email?: string | null;
          follow_up_at?: string | null;
          follow_ups?: NonNullable<Json>;
          id?: string;
          is_demo?: boolean;
          last_contact_at?: string | null;
          last_reply_at?: string | null;
          match?: number | null;
          message?: string;
          name: string;
          phone?: string | null;
          source?: string;
          status?: string;
          tenant_id: string;
        };
        Update: {
          author_ref?: string | null;
          client_key?: string;
          created_at?: string;
          email?: string | null;
          follow_up_at?: string | null;
          follow_ups?: NonNullable<Json>;
          id?: string;
          is_demo?: boolean;
          last_contact_at?: string | null;
          last_reply_at?: string | null;
          match?: number | null;
          message?: string;
          name?: string;
          phone?: string | null;
          source?: string;
          status?: string;
          tenant_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'leads_tenant_id_fkey';
            columns: ['tenant_id'];
            isOneToOne: false;
            referencedRelation: 'tenants';
            referencedColumns: ['id'];
          },
        ];
      };
      learned_lessons: {
        Row: {
          confidence: number;
          confirmed_count: number;
          context: string;
          contradicted_count: number;
          created_at: string;
          evidence: NonNullable<Json>;
          first_week: string;
          id: string;
          is_shareable: boolean;
          lesson: string;
          tenant_count: number;
          tenant_id: string | null;
          updated_at: string;
          week: string;
        };
        ComputedFields: never;
        Insert: {
          confidence: number;
          confirmed_count?: number;
          context: string;
          contradicted_count?: number;
          created_at?: string;
          evidence?: NonNullable<Json>;
          first_week: string;
          id?: string;
          is_shareable?: boolean;
          lesson: string;
          tenant_count?: number;
          tenant_id?: string | null;
          updated_at?: string;
          week: string;
        };
        Update: {
          confidence?: number;
          confirmed_count?: number;
          context?: string;
          contradicted_count?: number;
          created_at?: string;
          evidence?: NonNullable<Json>;
          first_week?: string;
          id?: string;
          is_shareable?: boolean;
          lesson?: string;
          tenant_count?: number;
          tenant_id?: string | null;
          updated_at?: string;
          week?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'learned_lessons_tenant_id_fkey';
            columns: ['tenant_id'];
            isOneToOne: false;
            referencedRelation: 'tenants';
            referencedColumns: ['id'];
          },
        ];
      };
      lessons: {
        Row: {
          after: Json | null;
          before: Json | null;
          content_id: string | null;
          created_at: string;
          created_by: string | null;
          id: string;
          kind: string;
          reason: string;
          tenant_id: string;
        };
        ComputedFields: never;
        Insert: {
          after?: Json | null;
          before?: Json | null;
          content_id?: string | null;
          created_at?: string;
          created_by?: string | null;
          id?: string;
          kind: string;
          reason?: string;
          tenant_id: string;
        };
        Update: {
          after?: Json | null;
          before?: Json | null;
          content_id?: string | null;
          created_at?: string;
          created_by?: string | null;
          id?: string;
          kind?: string;
          reason?: string;
          tenant_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'lessons_content_id_fkey';
            columns: ['content_id'];
            isOneToOne: false;
            referencedRelation: 'contents';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'lessons_tenant_id_fkey';
            columns: ['tenant_id'];
            isOneToOne: false;
            referencedRelation: 'tenants';
            referencedColumns: ['id'];
          },
        ];
      };
      mailings: {
        Row: {
          created_at: string;
          decided_at: string | null;
          id: string;
          kind: string;
          language: string;
          mails: NonNullable<Json>;
          recipients: number;
          run_id: string | null;
          status: string;
          subject: string;
          tenant_id: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          decided_at?: string | null;
          id?: string;
          kind: string;
          language: string;
          mails: NonNullable<Json>;
          recipients?: number;
          run_id?: string | null;
          status?: string;
          subject?: string;
          tenant_id: string;
        };
        Update: {
          created_at?: string;
          decided_at?: string | null;
          id?: string;
          kind?: string;
          language?: string;
          mails?: NonNullable<Json>;
          recipients?: number;
          run_id?: string | null;
          status?: string;
          subject?: string;
          tenant_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'mailings_tenant_id_fkey';
            columns: ['tenant_id'];
            isOneToOne: false;
            referencedRelation: 'tenants';
            referencedColumns: ['id'];
          },
        ];
      };
      mandates: {
        Row: {
          currency: string;
          daily_cap_micros: number;
          given_at: string;
          given_by: string | null;
          id: string;
          revoked_at: string | null;
          tenant_id: string;
          total_cap_micros: number;
          until: string;
        };
        ComputedFields: never;
        Insert: {
          currency: string;
          daily_cap_micros: number;
          given_at?: string;
          given_by?: string | null;
          id?: string;
          revoked_at?: string | null;
          tenant_id: string;
          total_cap_micros: number;
          until: string;
        };
        Update: {
          currency?: string;
          daily_cap_micros?: number;
          given_at?: string;
          given_by?: string | null;
          id?: string;
          revoked_at?: string | null;
          tenant_id?: string;
          total_cap_micros?: number;
          until?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'mandates_tenant_id_fkey';
            columns: ['tenant_id'];
            isOneToOne: false;
            referencedRelation: 'tenants';
            referencedColumns: ['id'];
          },
        ];
      };
      memberships: {
        Row: {
          created_at: string;
          role: string;
          tenant_id: string;
          user_id: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          role: string;
          tenant_id: string;
          user_id: string;
        };
        Update: {
          created_at?: string;
          role?: string;
          tenant_id?: string;
          user_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'memberships_tenant_id_fkey';
            columns: ['tenant_id'];
            isOneToOne: false;
            referencedRelation: 'tenants';
            referencedColumns: ['id'];
          },
        ];
      };
      metrics_daily: {
        Row: {
          clicks: number;
          day: string;
          engagements: number;
          followers: number;
          impressions: number;
          leads: number;
          platform: string;
          reach: number;
          spend_micros: number;
          tenant_id: string;
        };
        ComputedFields: never;
        Insert: {
          clicks?: number;
          day: string;
          engagements?: number;
          followers?: number;
          impressions?: number;
          leads?: number;
          platform: string;
          reach?: number;
          spend_micros?: number;
          tenant_id: string;
        };
        Update: {
          clicks?: number;
          day?: string;
          engagements?: number;
          followers?: number;
          impressions?: number;
          leads?: number;
          platform?: string;
          reach?: number;
          spend_micros?: number;
          tenant_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'metrics_daily_tenant_id_fkey';
            columns: ['tenant_id'];
            isOneToOne: false;
            referencedRelation: 'tenants';
            referencedColumns: ['id'];
          },
        ];
      };
      model_calls: {
        Row: {
          cached_tokens: number;
          cost_micros: number;
          created_at: string;
          duration_ms: number;
          id: number;
          input_tokens: number;
          lever: string | null;
          list_micros: number;
          model: string;
          outcome: string;
          output_tokens: number;
          provider: string;
          run_id: string | null;
          saved_tokens: number;
          step_id: number | null;
          tenant_id: string;
          tier: string;
        };
        ComputedFields: never;
        Insert: {
          cached_tokens?: number;
          cost_micros?: number;
          created_at?: string;
          duration_ms?: number;
          id?: never;
          input_tokens?: number;
          lever?: string | null;
          list_micros?: number;
          model: string;
          outcome: string;
          output_tokens?: number;
          provider: string;
          run_id?: string | null;
          saved_tokens?: number;
          step_id?: number | null;
          tenant_id: string;
          tier: string;
        };
        Update: {
          cached_tokens?: number;
          cost_micros?: number;
          created_at?: string;
          duration_ms?: number;
          id?: never;
          input_tokens?: number;
          lever?: string | null;
          list_micros?: number;
          model?: string;
          outcome?: string;
          output_tokens?: number;
          provider?: string;
          run_id?: string | null;
          saved_tokens?: number;
          step_id?: number | null;
          tenant_id?: string;
          tier?: string;
        };
        Relationships: [];
      };
      model_calls_daily: {
        Row: {
          agent_key: string;
          batch_calls: number;
          batch_micros: number;
          cache_calls: number;
          cache_micros: number;
          calls: number;
          chain_key: string;
          day: string;
          dearest_micros: number;
          lever: string;
          listed_calls: number;
          runs: number;
          saved_micros: number;
          spent_micros: number;
          tenant_id: string;
          tier: string;
        };
        ComputedFields: never;
        Insert: {
          agent_key: string;
          batch_calls: number;
          batch_micros: number;
          cache_calls: number;
          cache_micros: number;
          calls: number;
          chain_key: string;
          day: string;
          dearest_micros: number;
          lever: string;
          listed_calls: number;
          runs: number;
          saved_micros: number;
          spent_micros: number;
          tenant_id: string;
          tier: string;
        };
        Update: {
          agent_key?: string;
          batch_calls?: number;
          batch_micros?: number;
          cache_calls?: number;
          cache_micros?: number;
          calls?: number;
          chain_key?: string;
          day?: string;
          dearest_micros?: number;
          lever?: string;
          listed_calls?: number;
          runs?: number;
          saved_micros?: number;
          spent_micros?: number;
          tenant_id?: string;
          tier?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'model_calls_daily_tenant_id_fkey';
            columns: ['tenant_id'];
            isOneToOne: false;
            referencedRelation: 'tenants';
            referencedColumns: ['id'];
          },
        ];
      };
      model_routes: {
        Row: {
          cached_input_usd_per_mtok: number;
          input_usd_per_mtok: number;
          model: string;
          output_usd_per_mtok: number;
          provider: string;
          rank: number;
          retired_at: string | null;
          tier: string;
        };
        ComputedFields: never;
        Insert: {
          cached_input_usd_per_mtok: number;
          input_usd_per_mtok: number;
          model: string;
          output_usd_per_mtok: number;
          provider: string;
          rank: number;
          retired_at?: string | null;
          tier: string;
        };
        Update: {
          cached_input_usd_per_mtok?: number;
          input_usd_per_mtok?: number;
          model?: string;
          output_usd_per_mtok?: number;
          provider?: string;
          rank?: number;
          retired_at?: string | null;
          tier?: string;
        };
        Relationships: [];
      };
      monitors: {
        Row: {
          beat_at: string | null;
          every: string;
          found: NonNullable<Json>;
          key: string;
          next_at: string;
          status: string;
        };
        ComputedFields: never;
        Insert: {
          beat_at?: string | null;
          every: string;
          found?: NonNullable<Json>;
          key: string;
          next_at?: string;
          status?: string;
        };
        Update: {
          beat_at?: string | null;
          every?: string;
          found?: NonNullable<Json>;
          key?: string;
          next_at?: string;
          status?: string;
        };
        Relationships: [];
      };
      notification_reads: {
        Row: {
          tenant_id: string;
          up_to: number;
          user_id: string;
        };
        ComputedFields: never;
        Insert: {
          tenant_id: string;
          up_to: number;
          user_id: string;
        };
        Update: {
          tenant_id?: string;
          up_to?: number;
          user_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'notification_reads_tenant_id_fkey';
            columns: ['tenant_id'];
            isOneToOne: false;
            referencedRelation: 'tenants';
            referencedColumns: ['id'];
          },
        ];
      };
      notifications: {
        Row: {
          created_at: string;
          id: number;
          kind: string;
          link: string;
          params: NonNullable<Json>;
          tenant_id: string;
          user_id: string | null;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          id?: never;
          kind: string;
          link?: string;
          params?: NonNullable<Json>;
          tenant_id: string;
          user_id?: string | null;
        };
        Update: {
          created_at?: string;
          id?: never;
          kind?: string;
          link?: string;
          params?: NonNullable<Json>;
          tenant_id?: string;
          user_id?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: 'notifications_tenant_id_fkey';
            columns: ['tenant_id'];
            isOneToOne: false;
            referencedRelation: 'tenants';
            referencedColumns: ['id'];
          },
        ];
      };
      patterns: {
        Row: {
          body: string;
          confidence: number;
          created_at: string;
          embedding: string | null;
          id: string;
          source: string | null;
          tenant_id: string | null;
        };
        ComputedFields: never;
        Insert: {
          body: string;
          confidence?: number;
          created_at?: string;
          embedding?: string | null;
          id?: string;
          source?: string | null;
          tenant_id?: string | null;
        };
        Update: {
          body?: string;
          confidence?: number;
          created_at?: string;
          embedding?: string | null;
          id?: string;
          source?: string | null;
          tenant_id?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: 'patterns_tenant_id_fkey';
            columns: ['tenant_id'];
            isOneToOne: false;
            referencedRelation: 'tenants';
            referencedColumns: ['id'];
          },
        ];
      };
      pending_edits: {
        Row: {
          approval_id: string;
          content_hash: string;
          created_at: string;
          edits: NonNullable<Json>;
          id: string;
          tenant_id: string;
          user_id: string;
          version: number;
        };
        ComputedFields: never;
        Insert: {
          approval_id: string;
          content_hash: string;
          created_at?: string;
          edits: NonNullable<Json>;
          id?: string;
          tenant_id: string;
          user_id: string;
          version: number;
        };
        Update: {
          approval_id?: string;
          content_hash?: string;
          created_at?: string;
          edits?: NonNullable<Json>;
          id?: string;
          tenant_id?: string;
          user_id?: string;
          version?: number;
        };
        Relationships: [
          {
            foreignKeyName: 'pending_edits_approval_id_fkey';
            columns: ['approval_id'];
            isOneToOne: false;
            referencedRelation: 'approval_feed';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'pending_edits_approval_id_fkey';
            columns: ['approval_id'];
            isOneToOne: false;
            referencedRelation: 'approvals';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'pending_edits_tenant_id_fkey';
            columns: ['tenant_id'];
            isOneToOne: false;
            referencedRelation: 'tenants';
            referencedColumns: ['id'];
          },
        ];
      };
      personas: {
        Row: {
          card: NonNullable<Json>;
          created_at: string;
          id: string;
          is_active: boolean;
          name: string;
          portrait_path: string;
          tenant_id: string;
          voice_id: string;
        };
        ComputedFields: never;
        Insert: {
          card?: NonNullable<Json>;
          created_at?: string;
          id?: string;
          is_active?: boolean;
          name: string;
          portrait_path?: string;
          tenant_id: string;
          voice_id?: string;
        };
        Update: {
          card?: NonNullable<Json>;
          created_at?: string;
          id?: string;
          is_active?: boolean;
          name?: string;
          portrait_path?: string;
          tenant_id?: string;
          voice_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'personas_tenant_id_fkey';
            columns: ['tenant_id'];
            isOneToOne: false;
            referencedRelation: 'tenants';
            referencedColumns: ['id'];
          },
        ];
      };
      plans: {
        Row: {
          agents: number;
          api_requests_per_minute: number | null;
          daily_cost_micros: number;
          daily_tasks: number | null;
          key: string;
          model_tiers: string[];
          storage_gb: number | null;
          trial_days: number;
          usd_month: number;
          users: number | null;
        };
        ComputedFields: never;
        Insert: {
          agents: number;
          api_requests_per_minute?: number | null;
          daily_cost_micros: number;
          daily_tasks?: number | null;
          key: string;
          model_tiers: string[];
          storage_gb?: number | null;
          trial_days?: number;
          usd_month: number;
          users?: number | null;
        };
        Update: {
          agents?: number;
          api_requests_per_minute?: number | null;
          daily_cost_micros?: number;
          daily_tasks?: number | null;
          key?: string;
          model_tiers?: string[];
          storage_gb?: number | null;
          trial_days?: number;
          usd_month?: number;
          users?: number | null;
        };
        Relationships: [];
      };
      platform_roles: {
        Row: {
          role: string;
          tenant_id: string | null;
          user_id: string;
        };
        ComputedFields: never;
        Insert: {
          role: string;
          tenant_id?: string | null;
          user_id: string;
        };
        Update: {
          role?: string;
          tenant_id?: string | null;
          user_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'platform_roles_tenant_id_fkey';
            columns: ['tenant_id'];
            isOneToOne: false;
            referencedRelation: 'tenants';
            referencedColumns: ['id'];
          },
        ];
      };
      post_metrics: {
        Row: {
          clicks: number;
          comments: number;
          content_id: string | null;
          engagements: number | null;
          external_id: string;
          format: string;
          impressions: number;
          likes: number;
          measured_at: string;
          platform: string;
          published_at: string;
          reach: number;
          saves: number;
          shares: number;
          tenant_id: string;
          title: string;
          url: string;
          video_views: number;
        };
        ComputedFields: never;
        Insert: {
          clicks?: number;
          comments?: number;
          content_id?: string | null;
          engagements?: never;
          external_id: string;
          format: string;
          impressions?: number;
          likes?: number;
          measured_at?: string;
          platform: string;
          published_at: string;
          reach?: number;
          saves?: number;
          shares?: number;
          tenant_id: string;
          title?: string;
          url?: string;
          video_views?: number;
        };
        Update: {
          clicks?: number;
          comments?: number;
          content_id?: string | null;
          engagements?: never;
          external_id?: string;
          format?: string;
          impressions?: number;
          likes?: number;
          measured_at?: string;
          platform?: string;
          published_at?: string;
          reach?: number;
          saves?: number;
          shares?: number;
          tenant_id?: string;
          title?: string;
          url?: string;
          video_views?: number;
        };
        Relationships: [
          {
            foreignKeyName: 'post_metrics_content_id_fkey';
            columns: ['content_id'];
            isOneToOne: false;
            referencedRelation: 'contents';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'post_metrics_tenant_id_fkey';
            columns: ['tenant_id'];
            isOneToOne: false;
            referencedRelation: 'tenants';
            referencedColumns: ['id'];
          },
        ];
      };
      profiles: {
        Row: {
          created_at: string;
          display_name: string;
          language: string;
          user_id: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          display_name?: string;
          language?: string;
          user_id: string;
        };
        Update: {
          created_at?: string;
          display_name?: string;
          language?: string;
          user_id?: string;
        };
        Relationships: [];
      };
      push_subscriptions: {
        Row: {
          auth: string;
          created_at: string;
          device: string;
          endpoint: string;
          failed_count: number;
          id: string;
          last_sent_at: string | null;
          p256dh: string;
          user_id: string;
        };
        ComputedFields: never;
        Insert: {
          auth: string;
          created_at?: string;
          device?: string;
          endpoint: string;
          failed_count?: number;
          id?: string;
          last_sent_at?: string | null;
          p256dh: string;
          user_id: string;
        };
        Update: {
          auth?: string;
          created_at?: string;
          device?: string;
          endpoint?: string;
          failed_count?: number;
          id?: string;
          last_sent_at?: string | null;
          p256dh?: string;
          user_id?: string;
        };
        Relationships: [];
      };
      reach_settings: {
        Row: {
          is_off: string[];
          quiet_from: string | null;
          quiet_to: string | null;
          tenant_id: string;
          user_id: string;
        };
        ComputedFields: never;
        Insert: {
          is_off?: string[];
          quiet_from?: string | null;
          quiet_to?: string | null;
          tenant_id: string;
          user_id: string;
        };
        Update: {
          is_off?: string[];
          quiet_from?: string | null;
          quiet_to?: string | null;
          tenant_id?: string;
          user_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'reach_settings_tenant_id_fkey';
            columns: ['tenant_id'];
            isOneToOne: false;
            referencedRelation: 'tenants';
            referencedColumns: ['id'];
          },
        ];
      };
      registered_agents: {
        Row: {
          capabilities: string[];
          cpu: number | null;
          created_at: string;
          heartbeat_at: string;
          id: string;
          memory: number | null;
          name: string;
          priority_score: number;
          status: string;
          tasks_done: number;
          tasks_failed: number;
          tenant_id: string | null;
          user_id: string;
          work_ms: number;
        };
        ComputedFields: never;
        Insert: {
          capabilities: string[];
          cpu?: number | null;
          created_at?: string;
          heartbeat_at?: string;
          id?: string;
          memory?: number | null;
          name: string;
          priority_score?: number;
          status?: string;
          tasks_done?: number;
          tasks_failed?: number;
          tenant_id?: string | null;
          user_id: string;
          work_ms?: number;
        };
        Update: {
          capabilities?: string[];
          cpu?: number | null;
          created_at?: string;
          heartbeat_at?: string;
          id?: string;
          memory?: number | null;
          name?: string;
          priority_score?: number;
          status?: string;
          tasks_done?: number;
          tasks_failed?: number;
          tenant_id?: string | null;
          user_id?: string;
          work_ms?: number;
        };
        Relationships: [
          {
            foreignKeyName: 'registered_agents_tenant_id_fkey';
            columns: ['tenant_id'];
            isOneToOne: false;
            referencedRelation: 'tenants';
            referencedColumns: ['id'];
          },
        ];
      };
      reports: {
        Row: {
          body: NonNullable<Json>;
          created_at: string;
          id: string;
          kind: string;
          run_id: string | null;
          sections: NonNullable<Json>;
          step_id: number | null;
          tenant_id: string;
          title: string;
        };
        ComputedFields: never;
        Insert: {
          body?: NonNullable<Json>;
          created_at?: string;
          id?: string;
          kind: string;
          run_id?: string | null;
          sections?: NonNullable<Json>;
          step_id?: number | null;
          tenant_id: string;
          title?: string;
        };
        Update: {
          body?: NonNullable<Json>;
          created_at?: string;
          id?: string;
          kind?: string;
          run_id?: string | null;
          sections?: NonNullable<Json>;
          step_id?: number | null;
          tenant_id?: string;
          title?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'reports_tenant_id_fkey';
            columns: ['tenant_id'];
            isOneToOne: false;
            referencedRelation: 'tenants';
            referencedColumns: ['id'];
          },
        ];
      };
      role_permissions: {
        Row: {
          permission: string;
          role: string;
        };
        ComputedFields: never;
        Insert: {
          permission: string;
          role: string;
        };
        Update: {
          permission?: string;
          role?: string;
        };
        Relationships: [];
      };
      semantic_cache: {
        Row: {
          answer: NonNullable<Json>;
          brand_version: number;
          created_at: string;
          embedding: string | null;
          expires_at: string;
          hit_count: number;
          id: number;
          input_tokens: number;
          language: string;
          output_tokens: number;
          question_hash: string;
          rest_hash: string;
          skill_key: string;
          tenant_id: string;
        };
        ComputedFields: never;
        Insert: {
          answer: NonNullable<Json>;
          brand_version: number;
          created_at?: string;
          embedding?: string | null;
          expires_at: string;
          hit_count?: number;
          id?: never;
          input_tokens?: number;
          language: string;
          output_tokens?: number;
          question_hash: string;
          rest_hash: string;
          skill_key: string;
          tenant_id: string;
        };
        Update: {
          answer?: NonNullable<Json>;
          brand_version?: number;
          created_at?: string;
          embedding?: string | null;
          expires_at?: string;
          hit_count?: number;
          id?: never;
          input_tokens?: number;
          language?: string;
          output_tokens?: number;
          question_hash?: string;
          rest_hash?: string;
          skill_key?: string;
          tenant_id?: string;
        };
        Relationships: [];
      };
      skills: {
        Row: {
          account: string | null;
          account_owner: string | null;
          cache_hours: number | null;
          capability: string | null;
          category: string;
          description: string;
          estimated_cost_micros: number;
          findings: NonNullable<Json>;
          hosts: string[];
          id: string;
          input_schema: NonNullable<Json>;
          is_active: boolean;
          is_private: boolean;
          key: string;
          kind: string;
          max_output_tokens: number | null;
          model_tier: string;
          name: string;
          output_schema: NonNullable<Json>;
          prompts: NonNullable<Json>;
          request: Json | null;
          scanned_at: string | null;
          tenant_id: string | null;
          tools: string[];
          verdict: string | null;
          version: number;
        };
        ComputedFields: never;
        Insert: {
          account?: string | null;
          account_owner?: string | null;
          cache_hours?: number | null;
          capability?: string | null;
          category: string;
          description?: string;
          estimated_cost_micros?: number;
          findings?: NonNullable<Json>;
          hosts?: string[];
          id?: string;
          input_schema?: NonNullable<Json>;
          is_active?: boolean;
          is_private?: boolean;
          key: string;
          kind?: string;
          max_output_tokens?: number | null;
          model_tier?: string;
          name: string;
          output_schema?: NonNullable<Json>;
          prompts?: NonNullable<Json>;
          request?: Json | null;
          scanned_at?: string | null;
          tenant_id?: string | null;
          tools?: string[];
          verdict?: string | null;
          version?: number;
        };
        Update: {
          account?: string | null;
          account_owner?: string | null;
          cache_hours?: number | null;
          capability?: string | null;
          category?: string;
          description?: string;
          estimated_cost_micros?: number;
          findings?: NonNullable<Json>;
          hosts?: string[];
          id?: string;
          input_schema?: NonNullable<Json>;
          is_active?: boolean;
          is_private?: boolean;
          key?: string;
          kind?: string;
          max_output_tokens?: number | null;
          model_tier?: string;
          name?: string;
          output_schema?: NonNullable<Json>;
          prompts?: NonNullable<Json>;
          request?: Json | null;
          scanned_at?: string | null;
          tenant_id?: string | null;
          tools?: string[];
          verdict?: string | null;
          version?: number;
        };
        Relationships: [
          {
            foreignKeyName: 'skills_tenant_id_fkey';
            columns: ['tenant_id'];
            isOneToOne: false;
            referencedRelation: 'tenants';
            referencedColumns: ['id'];
          },
        ];
      };
      skipped_work: {
        Row: {
          at: string;
          day: string;
          detail: NonNullable<Json>;
          id: number;
          tenant_id: string;
          times: number;
          what: string;
          why: string;
        };
        ComputedFields: never;
        Insert: {
          at?: string;
          day: string;
          detail?: NonNullable<Json>;
          id?: never;
          tenant_id: string;
          times?: number;
          what: string;
          why: string;
        };
        Update: {
          at?: string;
          day?: string;
          detail?: NonNullable<Json>;
          id?: never;
          tenant_id?: string;
          times?: number;
          what?: string;
          why?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'skipped_work_tenant_id_fkey';
            columns: ['tenant_id'];
            isOneToOne: false;
            referencedRelation: 'tenants';
            referencedColumns: ['id'];
          },
        ];
      };
      subscribers: {
        Row: {
          consent_at: string;
          created_at: string;
          email: string;
          id: string;
          language: string;
          last_click_at: string | null;
          leave_token: string;
          name: string;
          source: string;
          tenant_id: string;
          unsubscribed_at: string | null;
        };
        ComputedFields: never;
        Insert: {
          consent_at: string;
          created_at?: string;
          email: string;
          id?: string;
          language: string;
          last_click_at?: string | null;
          leave_token?: string;
          name?: string;
          source?: string;
          tenant_id: string;
          unsubscribed_at?: string | null;
        };
        Update: {
          consent_at?: string;
          created_at?: string;
          email?: string;
          id?: string;
          language?: string;
          last_click_at?: string | null;
          leave_token?: string;
          name?: string;
          source?: string;
          tenant_id?: string;
          unsubscribed_at?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: 'subscribers_tenant_id_fkey';
            columns: ['tenant_id'];
            isOneToOne: false;
            referencedRelation: 'tenants';
            referencedColumns: ['id'];
          },
        ];
      };
      tenant_agents: {
        Row: {
          agent_key: string;
          beat_second: number;
          created_at: string;
          error_code: string | null;
          heartbeat_at: string | null;
          is_on: boolean;
          is_wanted: boolean;
          last_found: NonNullable<Json>;
          manual: string | null;
          manual_version: number;
          memory: NonNullable<Json>;
          memory_version: number;
          slept_at: string | null;
          soul: string | null;
          soul_version: number;
          status: string;
          tenant_id: string;
          woken_at: string | null;
        };
        ComputedFields: never;
        Insert: {
          agent_key: string;
          beat_second?: number;
          created_at?: string;
          error_code?: string | null;
          heartbeat_at?: string | null;
          is_on?: boolean;
          is_wanted?: boolean;
          last_found?: NonNullable<Json>;
          manual?: string | null;
          manual_version?: number;
          memory?: NonNullable<Json>;
          memory_version?: number;
          slept_at?: string | null;
          soul?: string | null;
          soul_version?: number;
          status?: string;
          tenant_id: string;
          woken_at?: string | null;
        };
        Update: {
          agent_key?: string;
          beat_second?: number;
          created_at?: string;
          error_code?: string | null;
          heartbeat_at?: string | null;
          is_on?: boolean;
          is_wanted?: boolean;
          last_found?: NonNullable<Json>;
          manual?: string | null;
          manual_version?: number;
          memory?: NonNullable<Json>;
          memory_version?: number;
          slept_at?: string | null;
          soul?: string | null;
          soul_version?: number;
          status?: string;
          tenant_id?: string;
          woken_at?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: 'tenant_agents_tenant_id_fkey';
            columns: ['tenant_id'];
            isOneToOne: false;
            referencedRelation: 'tenants';
            referencedColumns: ['id'];
          },
        ];
      };
      tenant_settings: {
        Row: {
          ad_budget_micros: number;
          auto_apply: NonNullable<Json>;
          auto_best_time: boolean;
          best_hours: NonNullable<Json>;
          competitor_urls: string[];
          daily_reply_cap: number;
          goals: NonNullable<Json>;
          is_private: boolean;
          offer_after: number;
          platforms: string[];
          reply_mode: string;
          reply_mode_since: string;
          site_url: string;
          tenant_id: string;
          updated_at: string;
        };
        ComputedFields: never;
        Insert: {
          ad_budget_micros?: number;
          auto_apply?: NonNullable<Json>;
          auto_best_time?: boolean;
          best_hours?: NonNullable<Json>;
          competitor_urls?: string[];
          daily_reply_cap?: number;
          goals?: NonNullable<Json>;
          is_private?: boolean;
          offer_after?: number;
          platforms?: string[];
          reply_mode?: string;
          reply_mode_since?: string;
          site_url?: string;
          tenant_id: string;
          updated_at?: string;
        };
        Update: {
          ad_budget_micros?: number;
          auto_apply?: NonNullable<Json>;
          auto_best_time?: boolean;
          best_hours?: NonNullable<Json>;
          competitor_urls?: string[];
          daily_reply_cap?: number;
          goals?: NonNullable<Json>;
          is_private?: boolean;
          offer_after?: number;
          platforms?: string[];
          reply_mode?: string;
          reply_mode_since?: string;
          site_url?: string;
          tenant_id?: string;
          updated_at?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'tenant_settings_tenant_id_fkey';
            columns: ['tenant_id'];
            isOneToOne: true;
            referencedRelation: 'tenants';
            referencedColumns: ['id'];
          },
        ];
      };
      tenants: {
        Row: {
          country: string;
          created_at: string;
          id: string;
          is_demo: boolean;
          kind: string;
          language: string;
          look: string;
          name: string;
          parent_id: string | null;
          plan_key: string;
          slug: string;
          status: string;
          timezone: string;
          topic_suffix: string;
          trial_ends_at: string | null;
          trial_started_at: string | null;
        };
        ComputedFields: never;
        Insert: {
          country: string;
          created_at?: string;
          id?: string;
          is_demo?: boolean;
          kind?: string;
          language: string;
          look?: string;
          name: string;
          parent_id?: string | null;
          plan_key?: string;
          slug: string;
          status?: string;
          timezone: string;
          topic_suffix?: string;
          trial_ends_at?: string | null;
          trial_started_at?: string | null;
        };
        Update: {
          country?: string;
          created_at?: string;
          id?: string;
          is_demo?: boolean;
          kind?: string;
          language?: string;
          look?: string;
          name?: string;
          parent_id?: string | null;
          plan_key?: string;
          slug?: string;
          status?: string;
          timezone?: string;
          topic_suffix?: string;
          trial_ends_at?: string | null;
          trial_started_at?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: 'plan_is_in_the_catalog';
            columns: ['plan_key'];
            isOneToOne: false;
            referencedRelation: 'plans';
            referencedColumns: ['key'];
          },
          {
            foreignKeyName: 'tenants_parent_id_fkey';
            columns: ['parent_id'];
            isOneToOne: false;
            referencedRelation: 'tenants';
            referencedColumns: ['id'];
          },
        ];
      };
    };
    Views: {
      activity: {
        Row: {
          actor: string;
          actor_kind: string;
          created_at: string;
          data: Json | null;
          id: number;
          kind: string;
          run_id: string | null;
          tenant_id: string | null;
        };
        ComputedFields: never;
        Insert: {
          actor?: string | null;
          actor_kind?: string | null;
          created_at?: string | null;
          data?: never;
          id?: number | null;
          kind?: string | null;
          run_id?: string | null;
          tenant_id?: string | null;
        };
        Update: {
          actor?: string | null;
          actor_kind?: string | null;
          created_at?: string | null;
          data?: never;
          id?: number | null;
          kind?: string | null;
          run_id?: string | null;
          tenant_id?: string | null;
        };
        Relationships: [];
      };
      agent_log: {
        Row: {
          agent_key: string | null;
          created_at: string;
          id: number;
          line: Json | null;
          run_id: string | null;
          step_id: number | null;
          tenant_id: string | null;
        };
        ComputedFields: never;
        Relationships: [];
      };
      approval_feed: {
        Row: {
          agent_count: number | null;
          assigned_role: string;
          assignee_id: string | null;
          body: string | null;
          call_to_action: string | null;
          chain_key: string | null;
          content_hash: string | null;
          content_id: string | null;
          content_status: string | null;
          cost_micros: number | null;
          created_at: string;
          decided_at: string | null;
          decided_by: string | null;
          decided_by_name: string | null;
          decided_channel: string | null;
          decided_version: number | null;
          decision_reason: string | null;
          duration_ms: number | null;
          gate: string;
          goes_out_at: string | null;
          hashtags: string[] | null;
          headline: string | null;
          id: string;
          is_demo: boolean | null;
          is_disputed: boolean | null;
          language: string | null;
          media: Json | null;
          platform: string | null;
          priority: string;
          priority_rank: number | null;
          published_at: string | null;
          requested_text: string | null;
          run_id: string;
          scheduled_at: string | null;
          score: number | null;
          state: string;
          subject: Json | null;
          tenant_id: string;
          title: string;
          used_house_model: boolean;
          verdict: Json | null;
          verdict_kind: string | null;
          verdict_reason: string | null;
          verdict_say: string | null;
          version: number | null;
        };
        ComputedFields: never;
        Relationships: [
          {
            foreignKeyName: 'approvals_content_id_fkey';
            columns: ['content_id'];
            isOneToOne: false;
            referencedRelation: 'contents';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'approvals_run_id_fkey';
            columns: ['run_id'];
            isOneToOne: false;
            referencedRelation: 'chain_runs';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'approvals_tenant_id_fkey';
            columns: ['tenant_id'];
            isOneToOne: false;
            referencedRelation: 'tenants';
            referencedColumns: ['id'];
          },
        ];
      };
      run_dialogue: {
        Row: {
          agent_key: string | null;
          created_at: string;
          data: Json | null;
          id: number;
          kind: string;
          run_id: string | null;
          say: string | null;
          step_key: string | null;
          tenant_id: string | null;
          to_agent_key: string | null;
        };
        ComputedFields: never;
        Insert: {
          agent_key?: never;
          created_at?: string | null;
          data?: never;
          id?: number | null;
          kind?: string | null;
          run_id?: string | null;
          say?: never;
          step_key?: never;
          tenant_id?: string | null;
          to_agent_key?: never;
        };
        Update: {
          agent_key?: never;
          created_at?: string | null;
          data?: never;
          id?: number | null;
          kind?: string | null;
          run_id?: string | null;
          say?: never;
          step_key?: never;
          tenant_id?: string | null;
          to_agent_key?: never;
        };
        Relationships: [];
      };
    };
    Functions: {
      accept_invitation: { Args: { p_token: string }; Returns: Json };
      apply_insight: { Args: { p_action?: string; p_client_key?: string; p_insight_id: string; p_tenant_id: string }; Returns: Json };
      assign_task: { Args: { p_agent_id: string; p_step_id: number; p_tenant_id: string }; Returns: Json };
      assigned_contents: { Args: Record<PropertyKey, never>; Returns: string[] };
      assigned_media: { Args: Record<PropertyKey, never>; Returns: string[] };
      begin_channel_link: { Args: { p_channel: string }; Returns: Json };
      can_listen: { Args: { p_topic: string }; Returns: boolean };
      can_listen_as_agent: { Args: { p_topic: string }; Returns: boolean };
      cancel_run: { Args: { p_run_id: string; p_tenant_id: string }; Returns: undefined };
      claim_tasks: { Args: { p_lease_seconds?: number; p_limit?: number }; Returns: Json };
      client_link_media: { Args: Record<PropertyKey, never>; Returns: string[] };
      close_tenant: { Args: { p_confirm: string; p_tenant_id: string }; Returns: Json };
      compare_runs: { Args: { p_other_run_id: string; p_run_id: string; p_tenant_id: string }; Returns: Json };
      complete_task: { Args: { p_duration_ms?: number; p_output: Json; p_step_id: number; p_token: string }; Returns: Json };
      connect_account: {
        Args: { p_account: string; p_expires_at?: string; p_name: string; p_secret: Json; p_tenant_id: string };
        Returns: Json;
      };
      count_page_visit: { Args: { p_act?: string; p_contents?: string[]; p_slug: string; p_visitor: string }; Returns: undefined };
      count_recovery_codes: { Args: Record<PropertyKey, never>; Returns: number };
      create_tenant: { Args: { p_country: string; p_language: string; p_name: string; p_timezone: string }; Returns: Json };
      current_tenant: { Args: Record<PropertyKey, never>; Returns: string };
      custom_access_token_hook: { Args: { event: Json }; Returns: Json };
      decide_approval: {
        Args: {
          p_approval_id: string;
          p_channel?: string;
          p_client_key?: string;
          p_content_hash: string;
          p_decision: string;
          p_edits?: Json;
          p_reason?: string;
          p_tenant_id: string;
          p_version: number;
        };
        Returns: Json;
      };
      decide_approvals: { Args: { p_decisions: Json; p_tenant_id: string }; Returns: Json };
      decide_by_client_link: {
        Args: {
          p_approval_id: string;
          p_client_key: string;
          p_content_hash: string;
          p_decision: string;
          p_edits?: Json;
          p_reason?: string;
          p_token: string;
          p_version: number;
        };
        Returns: Json;
      };
      decide_by_token: { Args: { p_decision: string; p_edits?: Json; p_reason?: string; p_token: string }; Returns: Json };
      delete_agent: { Args: { p_agent_key: string; p_tenant_id: string }; Returns: Json };
      disconnect_account: { Args: { p_account: string; p_tenant_id: string }; Returns: Json };
      dismiss_insight: { Args: { p_insight_id: string; p_tenant_id: string }; Returns: undefined };
      erase_client: { Args: { p_link_id: string; p_tenant_id: string }; Returns: Json };
      erase_lead: { Args: { p_lead_id: string; p_tenant_id: string }; Returns: Json };
      erase_my_data: { Args: { p_confirm: string }; Returns: Json };
      export_my_data: { Args: { p_after?: string; p_part?: string }; Returns: Json };
      fail_task: { Args: { p_code: string; p_detail?: Json; p_is_retryable?: boolean; p_step_id: number; p_token: string }; Returns: Json };
      forget_lesson: { Args: { p_lesson_id: string; p_tenant_id: string }; Returns: undefined };
      give_autonomy: {
        Args: { p_skill_key: string; p_takes_house_model?: boolean; p_tenant_id: string; p_window_minutes?: number };
        Returns: Json;
      };
      give_consent: { Args: { p_purpose: string; p_text_version: number }; Returns: Json };
      give_mandate: {
        Args: { p_campaign_ids: string[]; p_daily_cap_micros: number; p_tenant_id: string; p_total_cap_micros: number; p_until: string };
        Returns: Json;
      };
      hand_over_ownership: { Args: { p_tenant_id: string; p_user_id: string }; Returns: Json };
      has_permission: { Args: { p_permission: string }; Returns: boolean };
      held_media: { Args: Record<PropertyKey, never>; Returns: string[] };
      invite_member: { Args: { p_email: string; p_language?: string; p_role: string; p_tenant_id: string }; Returns: Json };
      is_member: { Args: { p_tenant_id: string }; Returns: boolean };
      is_page_media: { Args: { p_path: string }; Returns: boolean };
      is_published_media: { Args: { p_path: string }; Returns: boolean };
      linked_media: { Args: Record<PropertyKey, never>; Returns: string[] };
      list_memberships: {
        Args: Record<PropertyKey, never>;
        Returns: {
          is_demo: boolean;
          language: string;
          look: string;
          name: string;
          plan_key: string;
          role: string;
          slug: string;
          tenant_id: string;
        }[];
      };
      list_programmes: { Args: Record<PropertyKey, never>; Returns: Json };
      make_client_link: {
        Args: { p_language: string; p_may_edit?: boolean; p_name: string; p_run_id?: string; p_tenant_id: string };
        Returns: Json;
      };
      make_recovery_codes: { Args: Record<PropertyKey, never>; Returns: string[] };
      mark_notifications_read: { Args: { p_tenant_id: string; p_up_to: number }; Returns: undefined };
      pause_agent: { Args: { p_agent_key: string; p_tenant_id: string }; Returns: Json };
      propose_skill: { Args: { p_skill: Json; p_tenant_id: string }; Returns: Json };
      read_act: { Args: { p_event_id: number; p_tenant_id: string }; Returns: Json };
      read_agent: { Args: { p_agent_key: string; p_tenant_id: string }; Returns: Json };
      read_agents: { Args: { p_tenant_id: string }; Returns: Json };
      read_audit: { Args: { p_before?: number; p_filter?: Json; p_limit?: number; p_tenant_id: string }; Returns: Json };
      read_audit_actors: { Args: { p_tenant_id: string }; Returns: Json };
      read_autonomy: { Args: { p_tenant_id: string }; Returns: Json };
      read_channels: { Args: Record<PropertyKey, never>; Returns: Json };
      read_client_link: { Args: { p_token: string }; Returns: Json };
      read_client_link_media: { Args: { p_approval_id: string; p_token: string }; Returns: Json };
      read_client_tenants: { Args: { p_tenant_id: string }; Returns: Json };
      read_costs: { Args: { p_from?: string; p_tenant_id: string; p_to?: string }; Returns: Json };
      read_decision_link: { Args: { p_token: string }; Returns: Json };
      read_dialogue: { Args: { p_after?: number; p_run_id: string; p_tenant_id: string }; Returns: Json };
      read_home: { Args: { p_tenant_id: string }; Returns: Json };
      read_invitation: { Args: { p_token: string }; Returns: Json };
      read_landing_page: { Args: { p_page: string; p_slug: string }; Returns: Json };
      read_page: { Args: { p_before?: string; p_slug: string }; Returns: Json };
      read_page_media: { Args: { p_content_id: string; p_slug: string }; Returns: Json };
      read_people: { Args: { p_tenant_id: string }; Returns: Json };
      read_programme: { Args: { p_programme_id: string }; Returns: Json };
      read_push_key: { Args: Record<PropertyKey, never>; Returns: string };
      read_reach: { Args: { p_tenant_id: string }; Returns: Json };
      read_week_plan: { Args: { p_run_id?: string; p_tenant_id: string }; Returns: Json };
      readable_media_folders: { Args: Record<PropertyKey, never>; Returns: string[] };
      register_agent: { Args: { p_capabilities: string[]; p_name: string; p_priority_score?: number }; Returns: Json };
      remove_member: { Args: { p_tenant_id: string; p_user_id: string }; Returns: undefined };
      remove_push_subscription: { Args: { p_endpoint?: string; p_id?: string }; Returns: boolean };
      report_agent: { Args: { p_cpu?: number; p_memory?: number; p_status: string }; Returns: Json };
      request_post: {
        Args: {
          p_client_key?: string;
          p_language: string;
          p_platform: string;
          p_request: string;
          p_scheduled_at?: string;
          p_tenant_id: string;
        };
        Returns: Json;
      };
      restart_agent: { Args: { p_agent_key: string; p_tenant_id: string }; Returns: Json };
      retry_run: { Args: { p_run_id: string; p_tenant_id: string }; Returns: undefined };
      revoke_client_link: { Args: { p_link_id: string; p_tenant_id: string }; Returns: Json };
      revoke_invitation: { Args: { p_invitation_id: string; p_tenant_id: string }; Returns: Json };
      revoke_mandate: { Args: { p_mandate_id: string; p_tenant_id: string }; Returns: Json };
      roll_back_agent: { Args: { p_agent_key: string; p_file: string; p_tenant_id: string; p_version: number }; Returns: Json };
      save_agent: { Args: { p_agent: Json; p_tenant_id: string }; Returns: Json };
      save_brand_dna: { Args: { p_dna: Json; p_expected_version: number; p_tenant_id: string }; Returns: Json };
      save_chain: { Args: { p_chain: Json; p_tenant_id: string }; Returns: Json };
      save_push_subscription: { Args: { p_auth: string; p_device?: string; p_endpoint: string; p_p256dh: string }; Returns: Json };
      save_reach_settings: { Args: { p_is_off: string[]; p_quiet_from?: string; p_quiet_to?: string; p_tenant_id: string }; Returns: Json };
      say_to_run: { Args: { p_agent_key: string; p_run_id: string; p_tenant_id: string; p_text: string }; Returns: Json };
      set_member_role: { Args: { p_role: string; p_tenant_id: string; p_user_id: string }; Returns: Json };
      set_offer_after: { Args: { p_count: number; p_tenant_id: string }; Returns: Json };
      set_tenant_status: { Args: { p_status: string; p_subject_id: string }; Returns: Json };
      sleep_agent: { Args: { p_agent_key: string; p_tenant_id: string }; Returns: Json };
      start_brand_scan: { Args: { p_client_key: string; p_language: string; p_tenant_id: string; p_url: string }; Returns: Json };
      start_chain: { Args: { p_chain_key: string; p_client_key: string; p_input: Json; p_tenant_id: string }; Returns: Json };
      start_trial: { Args: { p_plan_key: string; p_tenant_id: string }; Returns: Json };
      submit_lead: { Args: { p_client_key: string; p_contact: string; p_message: string; p_name: string; p_slug: string }; Returns: Json };
      subscribe: { Args: { p_email: string; p_language?: string; p_name?: string; p_slug: string }; Returns: Json };
      switch_agent: { Args: { p_agent_key: string; p_is_on: boolean; p_tenant_id: string }; Returns: Json };
      switch_skill: { Args: { p_is_on: boolean; p_key: string; p_tenant_id: string }; Returns: Json };
      switch_tenant: { Args: { p_tenant_id: string }; Returns: Json };
      take_autonomy: { Args: { p_skill_key: string; p_tenant_id: string }; Returns: Json };
      unlink_channel: { Args: { p_link_id: string }; Returns: undefined };
      unsubscribe: { Args: { p_leave_token: string }; Returns: Json };
      update_profile: { Args: { p_patch: Json }; Returns: Json };
      update_tenant: { Args: { p_patch: Json; p_tenant_id: string }; Returns: Json };
      update_tenant_settings: { Args: { p_patch: Json; p_tenant_id: string }; Returns: Json };
      wake_agent: { Args: { p_agent_key: string; p_tenant_id: string }; Returns: Json };
      withdraw_consent: { Args: { p_purpose: string }; Returns: Json };
      words_of: { Args: { p_created_at: string; p_event_id: number }; Returns: Json };
      write_agent_file: {
        Args: { p_agent_key: string; p_body: string; p_expected_version: number; p_file: string; p_tenant_id: string };
        Returns: Json;
      };
    };
    Enums: {
      [_ in never]: never;
    };
    CompositeTypes: {
      [_ in never]: never;
    };
  };
  worker: {
    Tables: {
      [_ in never]: never;
    };
    Views: {
      [_ in never]: never;
    };
    Functions: {
      answer_messages: { Args: { p_limit?: number }; Returns: Json };
      claim: { Args: { p_lease_seconds?: number; p_limit?: number; p_worker: string }; Returns: Json };
      claim_deliveries: { Args: { p_lease_seconds?: number; p_limit?: number; p_worker: string }; Returns: Json };
      complete: { Args: { p_items: Json }; Returns: number[] };
      cycle: { Args: { p_items: Json; p_lease_seconds?: number; p_limit?: number; p_worker: string }; Returns: Json };
      drop_archived_month: { Args: { p_month: string }; Returns: boolean };
      fail: {
        Args: { p_calls?: Json; p_code: string; p_detail?: Json; p_is_retryable?: boolean; p_step_id: number; p_token: string };
        Returns: string;
      };
      has_approval: { Args: { p_gate: string; p_step_id: number; p_token: string }; Returns: boolean };
      keep_answer: {
        Args: {
          p_answer: Json;
          p_embedding?: string;
          p_input_tokens: number;
          p_output_tokens: number;
          p_question: string;
          p_rest: string;
          p_step_id: number;
          p_token: string;
        };
        Returns: undefined;
      };
      keep_archive_part: {
        Args: { p_count: number; p_month: string; p_part: number; p_path: string; p_sha256: string; p_to_id: number };
        Returns: boolean;
      };
      keep_embeddings: { Args: { p_items: Json }; Returns: number };
      keep_hot: { Args: { p_key: string; p_seconds?: number; p_step_id: number; p_token: string; p_value: Json }; Returns: undefined };
      keep_inbound_media: {
        Args: {
          p_calls?: Json;
          p_channel: string;
          p_external_id: string;
          p_height?: number;
          p_mime?: string;
          p_path: string;
          p_transcript?: string;
          p_width?: number;
        };
        Returns: string;
      };
      keep_integration: {
        Args: { p_account: string; p_expires_at?: string; p_name: string; p_secret: string; p_tenant_id: string };
        Returns: string;
      };
      load_demo: { Args: { p_owner_id: string; p_story: Json; p_tenant_id: string }; Returns: Json };
      note_undelivered: { Args: { p_channel: string; p_items: Json }; Returns: number };
      patterns_to_embed: { Args: { p_limit?: number }; Returns: Json };
      read_answer: {
        Args: { p_embedding?: string; p_question: string; p_rest: string; p_step_id: number; p_token: string };
        Returns: Json;
      };
      read_archive_part: { Args: { p_limit?: number }; Returns: Json };
      read_context: { Args: { p_embedding?: string; p_step_id: number; p_token: string }; Returns: Json };
      read_effect: { Args: { p_key: string; p_step_id: number; p_token: string }; Returns: Json };
      read_files_to_remove: { Args: Record<PropertyKey, never>; Returns: Json };
      read_heads: { Args: Record<PropertyKey, never>; Returns: Json };
      read_hot: { Args: { p_key: string; p_step_id: number; p_token: string }; Returns: Json };
      read_secret: { Args: { p_step_id: number; p_token: string }; Returns: string };
      receive_interaction: {
        Args: {
          p_author_name: string;
          p_author_ref: string;
          p_body: string;
          p_content_id?: string;
          p_external_id: string;
          p_kind: string;
          p_platform: string;
          p_rating?: number;
          p_received_at: string;
          p_sentiment?: Json;
          p_tenant_id: string;
        };
        Returns: Json;
      };
      receive_messages: { Args: { p_channel: string; p_messages: Json }; Returns: Json };
      reserve_effect: { Args: { p_key: string; p_kind: string; p_step_id: number; p_token: string }; Returns: string };
      reserve_hearing: { Args: { p_channel: string; p_external_id: string; p_milliseconds: number }; Returns: Json };
      reserve_metered_call: { Args: { p_provider: string; p_step_id: number; p_token: string; p_units: number }; Returns: Json };
      reserve_model_call: {
        Args: {
          p_input_tokens: number;
          p_is_picture?: boolean;
          p_output_tokens: number;
          p_providers: string[];
          p_step_id: number;
          p_token: string;
        };
        Returns: Json;
      };
      settle_delivery: { Args: { p_delivery_id: number; p_outcome: Json; p_token: string }; Returns: boolean };
      settle_effect: { Args: { p_data?: Json; p_key: string; p_step_id: number }; Returns: undefined };
      settle_heads: { Args: { p_day: string; p_heads: number; p_is_posted: boolean; p_path: string }; Returns: undefined };
      settle_removed: { Args: { p_bucket: string; p_paths: string[] }; Returns: undefined };
      settle_taken_effect: { Args: { p_data?: Json; p_key: string; p_state: string }; Returns: undefined };
      take_effects: { Args: { p_kinds: string[]; p_limit?: number }; Returns: Json };
      use_recovery_code: { Args: { p_code: string; p_user_id: string }; Returns: string };
      write_metrics: { Args: { p_days: Json; p_platform: string; p_posts: Json; p_tenant_id: string }; Returns: undefined };
    };
    Enums: {
      [_ in never]: never;
    };
    CompositeTypes: {
      [_ in never]: never;
    };
  };
};

type DatabaseWithoutInternals = Omit<Database, '__InternalSupabase'>;

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, 'public'>];

export type Tables<
  DefaultSchemaTableNameOrOptions extends
    keyof (DefaultSchema['Tables'] & DefaultSchema['Views']) | { schema: keyof DatabaseWithoutInternals },
  TableName extends (DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'] &
        DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Views'])
    : never) = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'] &
      DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Views'])[TableName] extends {
      Row: infer R;
    }
    ? R
    : never
  : DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema['Tables'] & DefaultSchema['Views'])
    ? (DefaultSchema['Tables'] & DefaultSchema['Views'])[DefaultSchemaTableNameOrOptions] extends {
        Row: infer R;
      }
      ? R
      : never
    : never;

export type TablesInsert<
  DefaultSchemaTableNameOrOptions extends keyof DefaultSchema['Tables'] | { schema: keyof DatabaseWithoutInternals },
  TableName extends (DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables']
    : never) = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'][TableName] extends {
      Insert: infer I;
    }
    ? I
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema['Tables']
    ? DefaultSchema['Tables'][DefaultSchemaTableNameOrOptions] extends {
        Insert: infer I;
      }
      ? I
      : never
    : never;

export type TablesUpdate<
  DefaultSchemaTableNameOrOptions extends keyof DefaultSchema['Tables'] | { schema: keyof DatabaseWithoutInternals },
  TableName extends (DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables']
    : never) = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'][TableName] extends {
      Update: infer U;
    }
    ? U
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema['Tables']
    ? DefaultSchema['Tables'][DefaultSchemaTableNameOrOptions] extends {
        Update: infer U;
      }
      ? U
      : never
    : never;

export type Enums<
  DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema['Enums'] | { schema: keyof DatabaseWithoutInternals },
  EnumName extends (DefaultSchemaEnumNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions['schema']]['Enums']
    : never) = never,
> = DefaultSchemaEnumNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions['schema']]['Enums'][EnumName]
  : DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema['Enums']
    ? DefaultSchema['Enums'][DefaultSchemaEnumNameOrOptions]
    : never;

export type CompositeTypes<
  PublicCompositeTypeNameOrOptions extends keyof DefaultSchema['CompositeTypes'] | { schema: keyof DatabaseWithoutInternals },
  CompositeTypeName extends (PublicCompositeTypeNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions['schema']]['CompositeTypes']
    : never) = never,
> = PublicCompositeTypeNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions['schema']]['CompositeTypes'][CompositeTypeName]
  : PublicCompositeTypeNameOrOptions extends keyof DefaultSchema['CompositeTypes']
    ? DefaultSchema['CompositeTypes'][PublicCompositeTypeNameOrOptions]
    : never;

export const Constants = {
  public: {
    Enums: {},
  },
  worker: {
    Enums: {},
  },
} as const;
